import { CalendarDays, Clock3, MessageCircleReply } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import {
  ChoicePicker,
  isSameDay,
  MomentDialog,
  timeOf,
  typedTime,
  useNow,
  useView,
  useWords,
  whenOf,
} from '#platform/ui';
import { fitSnooze } from '../routes.ts';
import { snoozeChoices, untilTheyReply } from './snooze.ts';
import { inboxWords } from './words.ts';

/** When it comes back: presets within the hours of both sides, when they reply, or any time typed or picked (R11). */
export function SnoozePicker(props: {
  readonly conversationId: string;
  readonly onSnooze: (until: Date) => void;
  /** Picked instead of a preset: the date is asked for next. */
  readonly onDate: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const now = useNow();
  const [openedAt] = useState(now);
  const asked = snoozeChoices(new Date(openedAt));
  const at = asked.map(({ until }) => until.toISOString()).join();
  const fitted = useView(fitSnooze, { params: { id: props.conversationId }, query: { at } } as never).data;
  const zone = fitted?.zone ?? null;
  const sayWhen = (until: Date): string => {
    const when = whenOf(until, now);
    return zone === null ? when : t('snoozeThere', { when, time: timeOf(until, zone) });
  };
  // what our hours or theirs move to another day is no longer what its name says
  const presets = asked.flatMap(({ id, until }) => {
    const found = fitted?.rows.find((row) => Date.parse(row.asked) === until.getTime());
    const moved = found ? new Date(found.until) : until;
    return id !== 'monday' && !isSameDay(moved, until) ? [] : [{ id, until: moved }];
  });
  const times = new Map(presets.map(({ id, until }) => [id as string, until]));
  const pick = (id: string): void => {
    const until = id === 'whenTheyReply' ? new Date(untilTheyReply) : times.get(id);
    if (until) props.onSnooze(until);
    else props.onDate();
  };
  const typed = (text: string): Date | undefined => typedTime(text, new Date(now));
  return (
    <ChoicePicker
      title={t('snooze')}
      placeholder={t('snoozePlaceholder')}
      offered={[
        ...presets.map(({ id, until }) => ({ id, label: t(id), hint: sayWhen(until), icon: <Clock3 /> })),
        { id: 'whenTheyReply', label: t('whenTheyReply'), icon: <MessageCircleReply /> },
        { id: 'onDate', label: t('onDate'), icon: <CalendarDays /> },
      ]}
      fresh={{
        label: (text) => {
          const until = typed(text);
          return until && t('snoozeTyped', { when: sayWhen(until) });
        },
        onTake: (text) => {
          const until = typed(text);
          if (until) props.onSnooze(until);
        },
      }}
      onPick={pick}
      onClose={props.onClose}
    />
  );
}

/** Any day and time, picked. */
export function SnoozeDate(props: {
  readonly onSnooze: (until: Date) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const now = useNow();
  return (
    <MomentDialog
      words={{ title: t('snooze'), field: t('snoozeDate'), cancel: t('cancel'), take: t('snooze') }}
      sayWhen={(until) => t('snoozeTyped', { when: whenOf(until, now) })}
      onTake={props.onSnooze}
      onClose={props.onClose}
    />
  );
}
