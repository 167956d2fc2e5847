import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Chip, Dot, longSpanOf, Menu, timeOf, useAct, useNow, useView, useWords, viewKey } from '#platform/ui';
import { type PresenceView, readPresence, setPresence } from '../calls/views.ts';
import { inboxWords } from './words.ts';

const tones = { available: 'good', busy: 'risk', break: 'risk', away: 'none', offline: 'none' } as const;
const choices = ['available', 'busy', 'break', 'away'] as const;

/** My state, how long I have been in it, my load, and my next break: at the foot of the queues. */
export function StatusCard(): ReactElement | null {
  const t = useWords(inboxWords);
  const now = useNow();
  const client = useQueryClient();
  const presence = useView(readPresence, {}).data;
  const change = useAct(setPresence);
  if (presence === undefined) return null;
  const choose = (state: PresenceView['state']): void => change.mutate({ body: { state } }, { onSuccess: (next) => client.setQueryData(viewKey(readPresence, {}), next) });
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2.5">
      <div className="flex items-center justify-between gap-2">
        <Menu
          label={t('changeState', { state: t(presence.state) })}
          trigger={
            <button type="button" aria-label={t('changeState', { state: t(presence.state) })} className="-my-[3px] flex min-h-6 min-w-0 items-center gap-2 font-semibold max-phone:min-h-10">
              <span className="grid w-3.5 place-items-center">
                <Dot tone={tones[presence.state]} />
              </span>
              <span className="truncate">{t(presence.state)}</span>
            </button>
          }
          items={choices.map((state) => ({ id: state, label: t(state), icon: presence.state === state ? <Check /> : <Dot tone={tones[state]} />, isChosen: presence.state === state, run: () => choose(state) }))}
        />
        <bdi className="text-2xs whitespace-nowrap text-text-3 tabular-nums">{longSpanOf(Math.max(0, now - Date.parse(presence.since)))}</bdi>
      </div>
      <div className="mt-2 flex items-center gap-1">
        {presence.chats && (
          <Chip tone="outline">
            <bdi>{t('chatLoad', presence.chats)}</bdi>
          </Chip>
        )}
        <Chip tone="outline">{presence.voice ? t('voiceOn') : t('voiceOff')}</Chip>
      </div>
      {presence.next && <div className="mt-[9px] border-t border-line pt-2 text-xs text-text-2">{t('next', { what: presence.next.what, time: timeOf(presence.next.at) })}</div>}
    </div>
  );
}
