import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { Chip, Dot, longSpanOf, Menu, timeOf, useNow, useWords } from '#platform/ui';
import type { PresenceView } from '#domains/presence/contract';
import { useMyPresence } from './use-my-presence.ts';
import { inboxWords } from './words.ts';

const tones = {
  available: 'good',
  busy: 'risk',
  'wrap-up': 'risk',
  break: 'risk',
  away: 'none',
  offline: 'none',
} as const;
const choices = ['available', 'break', 'away', 'offline'] as const;

/** What routing and the schedule will add: how full my hands are, and what comes next. */
export interface PresenceBeside {
  readonly chats: { readonly now: number; readonly limit: number };
  readonly voice: boolean;
  readonly next: { readonly what: string; readonly at: string } | null;
}

type Mine = (PresenceView & { readonly beside?: PresenceBeside }) | null | undefined;

/** My state, how long I have been in it, my load, and my next break: at the foot of the queues. */
export function StatusCard(): ReactElement | null {
  const t = useWords(inboxWords);
  const now = useNow();
  const { me, choose }: { me: Mine; choose: ReturnType<typeof useMyPresence>['choose'] } = useMyPresence();
  if (me === undefined) return null;
  // Whoever never said a state is offline, and says one here: without it no call would ever be offered to them.
  const { state: current, since, beside } = me ?? { state: 'offline' as const, since: undefined };
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2.5">
      <div className="flex items-center justify-between gap-2">
        <Menu
          label={t('changeState', { state: t(current) })}
          trigger={
            <button
              type="button"
              aria-label={t('changeState', { state: t(current) })}
              className="-my-[3px] flex min-h-6 min-w-0 items-center gap-2 font-semibold max-phone:min-h-10"
            >
              <span className="grid w-3.5 place-items-center">
                <Dot tone={tones[current]} />
              </span>
              <span className="truncate">{t(current)}</span>
            </button>
          }
          items={choices.map((state) => ({
            id: state,
            label: t(state),
            icon: current === state ? <Check /> : <Dot tone={tones[state]} />,
            isChosen: current === state,
            run: () => choose(state),
          }))}
        />
        <bdi className="text-2xs whitespace-nowrap text-text-3 tabular-nums">
          {since && longSpanOf(Math.max(0, now - Date.parse(since)))}
        </bdi>
      </div>
      {beside && (
        <div className="mt-2 flex items-center gap-1">
          <Chip tone="outline">
            <bdi>{t('chatLoad', beside.chats)}</bdi>
          </Chip>
          <Chip tone="outline">{beside.voice ? t('voiceOn') : t('voiceOff')}</Chip>
        </div>
      )}
      {beside?.next && (
        <div className="mt-[9px] border-t border-line pt-2 text-xs text-text-2">
          {t('next', { what: beside.next.what, time: timeOf(beside.next.at) })}
        </div>
      )}
    </div>
  );
}
