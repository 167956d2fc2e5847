import { Check } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useWords } from './i18n.ts';
import { Palette } from './palette.tsx';
import { uiWords } from './words.ts';

/** One of what is offered. */
export interface Offered {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactElement | undefined;
}

/** Letters find the choice, Enter takes it: what every key that asks "which one?" opens. */
export function ChoicePicker(props: {
  readonly title: string;
  readonly placeholder: string;
  readonly offered: readonly Offered[];
  /** What was typed and is on offer nowhere can be taken too, in these words. */
  readonly fresh?: { readonly label: (text: string) => string | undefined; readonly onTake: (text: string) => void };
  /** Told what is typed: there is more than is on offer, and letters fetch it. */
  readonly onText?: (text: string) => void;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(uiWords);
  const [text, setText] = useState('');
  const typed = text.trim().toLowerCase();
  const found = props.offered.filter(({ label }) => label.toLowerCase().includes(typed));
  const isKnown = found.some(({ label }) => label.toLowerCase() === typed);
  const { fresh } = props;
  const freshLabel = typed === '' || isKnown ? undefined : fresh?.label(text.trim());
  return (
    <Palette
      text={text}
      onText={(next) => {
        setText(next);
        props.onText?.(next);
      }}
      onClose={props.onClose}
      groups={[
        {
          title: props.title,
          items: found.map((one) => ({
            id: one.id,
            label: one.label,
            hint: one.hint,
            icon: one.icon ?? <Check />,
            run: () => props.onPick(one.id),
          })),
        },
        {
          title: t('paletteNew'),
          items:
            fresh && freshLabel !== undefined
              ? [{ id: 'fresh', label: freshLabel, icon: <Check />, run: () => fresh.onTake(text.trim()) }]
              : [],
        },
      ]}
      words={{
        label: props.title,
        placeholder: props.placeholder,
        none: typed === '' ? t('nothingOffered') : t('paletteNone', { text }),
        choose: t('paletteChoose'),
        run: t('paletteRun'),
        next: '',
      }}
    />
  );
}
