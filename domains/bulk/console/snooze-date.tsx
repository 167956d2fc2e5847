import type { ReactElement } from 'react';
import { MomentDialog, useNow, useWords, whenOf } from '#platform/ui';
import type { BatchAction } from '../contract.ts';
import { bulkWords } from './words.ts';

/** All that is chosen comes back at a day and time that is picked: to the minute, whoever is there. */
export function SnoozeDate(props: {
  readonly onAct: (action: BatchAction) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(bulkWords);
  const now = useNow();
  return (
    <MomentDialog
      words={{ title: t('snooze'), field: t('dateAndTime'), cancel: t('cancel'), take: t('snooze') }}
      sayWhen={(until) => t('untilTime', { when: whenOf(until, now) })}
      onTake={(until) => props.onAct({ do: 'snooze', until: until.toISOString() })}
      onClose={props.onClose}
    />
  );
}
