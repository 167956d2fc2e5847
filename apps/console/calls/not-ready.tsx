import { PhoneOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, useWords } from '#platform/ui';
import { useMyPresence } from '../inbox/use-my-presence.ts';
import { callWords } from './words.ts';

/** While one talks or wraps up, the next call comes by itself. */
const readyStates: ReadonlySet<string> = new Set(['available', 'busy', 'wrap-up']);

/** Whose day is calls and to whom none can come: says so on every page, with the way to the first one. */
export function NotReady(): ReactElement | null {
  const t = useWords(callWords);
  const { me, choose } = useMyPresence();
  if (me === undefined || readyStates.has(me?.state ?? 'offline')) return null;
  const state = me?.state === 'break' || me?.state === 'away' ? me.state : 'offline';
  return (
    <div
      role="status"
      className="flex min-h-9 flex-none flex-wrap items-center gap-x-3 gap-y-1 bg-accent-soft px-4 py-1 text-sm text-accent-text"
    >
      <PhoneOff className="size-3.5 flex-none" aria-hidden="true" />
      <span className="min-w-0 font-semibold">
        {t(({ break: 'onBreak', away: 'isAway', offline: 'isOffline' } as const)[state])}
      </span>
      <Button size="sm" className="max-phone:h-10" onClick={() => choose('available')}>
        {t('beAvailable')}
      </Button>
    </div>
  );
}
