import { Zap } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, SuggestionBar, useView, useWords, type WritingPlace } from '#platform/ui';
import { listMacros } from '../contract.ts';
import { fittingBest } from './fitting.ts';
import type { MacroMenu } from './use-macro-menu.ts';
import { useAsked } from './use-asked.ts';
import { useStill } from './use-still.ts';
import { macroWords } from './words.ts';

/** Most named in the bar: what is read at a glance beside the words. */
const mostNamed = 2;

/** Above the field one answers in: the macros that share words with what was asked. One that is pressed is shown whole first. */
export function FittingBar(props: { readonly place: WritingPlace; readonly menu: MacroMenu }): ReactElement | null {
  const t = useWords(macroWords);
  const { place, menu } = props;
  const asked = useAsked(place.conversationId);
  const all = useView(listMacros, { query: { brandId: place.brandId } }).data?.rows ?? [];
  const [isInUse, setInUse] = useState(false);
  const shown = useStill(fittingBest(all, asked, mostNamed), isInUse);
  if (shown.length === 0) return null;
  return (
    <SuggestionBar
      icon={<Zap />}
      title={t('fit', { count: shown.length })}
      detail=""
      actions={
        <span
          className="contents"
          onPointerEnter={() => setInUse(true)}
          onPointerLeave={() => setInUse(false)}
          onFocus={() => setInUse(true)}
          onBlur={() => setInUse(false)}
        >
          {shown.map((macro) => (
            <Button
              key={macro.id}
              look="ghost"
              size="xs"
              className="max-w-52 text-info-text!"
              onClick={() => menu.openAtCaret(macro)}
            >
              <bdi className="truncate">{macro.name}</bdi>
            </Button>
          ))}
        </span>
      }
    />
  );
}
