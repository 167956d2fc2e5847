import { useQueryClient } from '@tanstack/react-query';
import { Clock3, OctagonPause, Send, TriangleAlert } from 'lucide-react';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { ask, Button, cx, Refusal, type ThreadPlace, useTell, useView, useWords, firstNameOf } from '#platform/ui';
import {
  cancelScheduledReply,
  getConversation,
  getDrafts,
  listEntries,
  listScheduledReplies,
  type ScheduledReplyView,
  sendScheduledReply,
} from '../contract.ts';
import { isSameClock, momentOf } from './both-times.ts';
import { laterWords } from './later-words.ts';
import { useFresh } from './use-fresh.ts';
import { useTheirZone } from './use-their-zone.ts';

const EditDialog = lazy(async () => ({ default: (await import('./edit-scheduled-dialog.tsx')).EditScheduledDialog }));

/** What a change of the conversation makes anew. */
const asked = [listScheduledReplies];

/** Replies that are to leave later, above the spine: when in both sides' time, and what stopped them. */
export function ScheduledStrip(place: ThreadPlace): ReactElement | null {
  const t = useWords(laterWords);
  const params = { id: place.conversationId };
  const rows = useView(listScheduledReplies, { params }).data?.rows ?? [];
  useFresh(place.conversationId, place.version, asked);
  const [edited, setEdited] = useState<ScheduledReplyView>();
  const name = firstNameOf(useView(getConversation, { params }).data?.customer.name ?? '');
  if (rows.length === 0) return null;
  return (
    <section
      aria-label={t('list')}
      className="flex max-h-[30%] flex-none flex-col overflow-y-auto border-b border-line"
    >
      {rows.map((row) => (
        <Row key={row.id} place={place} row={row} name={name} onEdit={() => setEdited(row)} />
      ))}
      {edited && (
        <Suspense fallback={null}>
          <EditDialog place={place} row={edited} name={name} onClose={() => setEdited(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

function Row(props: {
  readonly place: ThreadPlace;
  readonly row: ScheduledReplyView;
  readonly name: string;
  readonly onEdit: () => void;
}): ReactElement {
  const t = useWords(laterWords);
  const { row, name, place } = props;
  const zone = useTheirZone(place.customerId);
  const acts = useActs(place, row);
  const at = new Date(row.sendAt);
  const when = momentOf(at);
  const isOwn = row.can.includes('change');
  const said =
    zone === undefined || isSameClock(at, zone)
      ? t('scheduled', { when })
      : t('scheduledThere', { when, there: momentOf(at, zone), name });
  return (
    <div
      role={row.stopped ? 'alert' : 'note'}
      className={cx(
        'flex items-start gap-2.5 border-t border-line px-[18px] py-2 text-xs first:border-t-0 max-phone:flex-wrap max-phone:px-3.5',
        row.stopped ? 'bg-warn-soft text-warn-text' : 'bg-surface-2',
      )}
    >
      {row.stopped ? (
        <OctagonPause className="mt-0.5 size-3.5 flex-none" />
      ) : (
        <Clock3 className="mt-0.5 size-3.5 flex-none" />
      )}
      <span className="min-w-0 flex-1 max-phone:basis-[80%]">
        <b className="block font-semibold">
          {row.stopped ? t(row.stopped.because, { name, says: row.stopped.says ?? '' }) : said}
          {!isOwn && <span className="font-normal"> {t('by', { who: row.author.name })}</span>}
        </b>
        <span dir="auto" className="line-clamp-2 text-text-2">
          {row.text}
        </span>
      </span>
      {isOwn && (
        <Button size="xs" onClick={props.onEdit}>
          {t('edit')}
        </Button>
      )}
      {row.can.includes('send') && (
        <Button size="xs" onClick={() => void acts.sendNow()}>
          {t('sendNow')}
        </Button>
      )}
      {row.can.includes('cancel') && (
        <Button size="xs" onClick={() => void acts.callOff()}>
          {t('callOff')}
        </Button>
      )}
    </div>
  );
}

/** What can be done with it; the row is gone when the answer comes, so nothing hangs on it. */
function useActs(place: ThreadPlace, row: ScheduledReplyView) {
  const t = useWords(laterWords);
  const client = useQueryClient();
  const tell = useTell();
  const orTell = async (act: () => Promise<string>, icon: ReactElement): Promise<void> => {
    try {
      const text = await act();
      for (const { path } of [listScheduledReplies, listEntries, getConversation, getDrafts])
        void client.invalidateQueries({ queryKey: [path] });
      tell({ id: row.id, icon, text, stayMs: 5000 });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { title, detail, help } = error.problem;
      tell({ id: row.id, icon: <TriangleAlert />, text: `${title}. ${detail ?? help ?? ''}` });
    }
  };
  const params = { id: row.id };
  return {
    sendNow: () =>
      orTell(
        async () => {
          const body = { lastSeenVersion: place.version, sendAnyway: false, closeAnyway: false };
          await ask(sendScheduledReply, { params, body });
          return t('sent');
        },
        <Send className="turns" />,
      ),
    callOff: () =>
      orTell(
        async () => {
          await ask(cancelScheduledReply, { params });
          return t(row.can.includes('change') ? 'calledOff' : 'calledOffTheirs');
        },
        <Clock3 />,
      ),
  };
}
