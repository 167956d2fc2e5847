import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, LoaderCircle } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { WebsiteSnippet } from '#domains/channel-chat/console';
import { Part, usePages, useWords } from '#platform/ui';
import { goLive, useRooms } from '../live/live.ts';
import { listConversations } from '../routes.ts';
import { sockets } from '../sockets.ts';
import { firstTeamWords } from './first-team-words.ts';
import type { FirstLine } from './first-line.ts';

/** Whoever sets up sees all there is. */
const rooms = ['conversation:all'];

/** Step 5: a first message of one's own, seen to arrive. */
export function TryStep({ line }: { readonly line: FirstLine }): ReactElement {
  const t = useWords(firstTeamWords);
  if (line.channel === 'chat')
    return (
      <div className="flex max-w-[620px] flex-col gap-4">
        <Part>
          <WebsiteSnippet siteKey={line.address} tryWord={t('tryChat')} />
        </Part>
        <Arriving waiting={t('waitingChat')} />
      </div>
    );
  if (line.channel !== 'email') return <p className="max-w-[560px]">{t('ring')}</p>;
  const mail = `mailto:${encodeURIComponent(line.address)}?subject=${encodeURIComponent(t('subject'))}`;
  return (
    <div className="flex max-w-[620px] flex-col gap-4">
      <p>{t('writeTo')}</p>
      <p className="flex flex-wrap items-center gap-3 rounded-[13px] border border-line bg-surface-2 px-4 py-3">
        <span className="min-w-0 flex-1 basis-52 font-mono break-all select-all">
          <bdi>{line.address}</bdi>
        </span>
        <a href={mail} className="font-semibold text-brand-text">
          {t('begin')}
        </a>
      </p>
      <Arriving waiting={t('waiting')} />
    </div>
  );
}

/** Waits without asking again and again: the server tells when the first conversation is there. */
function Arriving({ waiting }: { readonly waiting: string }): ReactElement {
  const t = useWords(firstTeamWords);
  const client = useQueryClient();
  useEffect(() => {
    const open = goLive(client, sockets.live);
    return () => void open.then((close) => close());
  }, [client]);
  useRooms(rooms);
  const [first] = usePages(listConversations, { query: { box: 'all' } }).data?.pages[0]?.rows ?? [];
  return (
    <div role="status" className="grid grid-cols-[20px_1fr] gap-3 rounded-[13px] border border-line px-4 py-3">
      {first ? (
        <CircleCheck className="mt-0.5 size-5 text-success-text" aria-hidden="true" />
      ) : (
        <LoaderCircle className="mt-0.5 size-5 text-accent-text" aria-hidden="true" />
      )}
      {first ? (
        <div>
          <p className="text-success-text">{t('arrived')}</p>
          <span className="block font-semibold">
            <bdi>{first.subject}</bdi>
          </span>
          <span className="block text-sm text-text-2">
            <bdi>{first.customer.name}</bdi>
          </span>
        </div>
      ) : (
        <p className="text-text-2">{waiting}</p>
      )}
    </div>
  );
}
