import { ListChecks } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, nothingSelected, select, useSelection, useWords } from '#platform/ui';
import { bulkWords } from './words.ts';

/** Choosing by pointing: what X is to the keyboard. */
export function ChooseButton(): ReactElement {
  const t = useWords(bulkWords);
  const { isOn } = useSelection();
  return (
    <Button
      look="ghost"
      size="sm"
      square
      aria-label={t('choose')}
      title={`${t('choose')} (X)`}
      aria-pressed={isOn}
      className="aria-pressed:text-brand-text"
      onClick={() => select(isOn ? nothingSelected : { ...nothingSelected, isOn: true })}
    >
      <ListChecks className="size-3.5" />
    </Button>
  );
}
