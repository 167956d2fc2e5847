import type { ReactElement } from 'react';
import { Button, fullMomentOf, useNow, usePages, useView, useWords, whenOf } from '#platform/ui';
import { getConversation, type HistoryRow, listMoves, type MoveView, readConversationHistory } from '../contract.ts';
import { historyWords } from './history-words.ts';
import { useFresh } from './use-fresh.ts';
import { useMoved } from './use-moved.tsx';
import { usePeople } from './use-people.ts';
import { depthWords } from './words.ts';

/** What happened to this conversation: merges and splits with their undo, then every change with who, why, before and after. */
export function HistoryPanel(props: { readonly conversationId: string; readonly customerId: string }): ReactElement {
  const { conversationId } = props;
  const conversation = useView(getConversation, { params: { id: conversationId } }).data;
  useFresh(conversationId, conversation?.version, asked);
  return (
    <div className="flex flex-col gap-3">
      {conversation && (
        <Moves
          place={{
            conversationId,
            customerId: props.customerId,
            brandId: conversation.brandId,
            number: conversation.number,
            version: conversation.version,
            can: conversation.can,
            view: 'all',
          }}
        />
      )}
      <Changes conversationId={conversationId} />
    </div>
  );
}

/** What a change of the conversation makes anew. */
const asked = [listMoves, readConversationHistory];

function Moves(props: { readonly place: Parameters<typeof useMoved>[0] }): ReactElement | null {
  const t = useWords(depthWords);
  const now = useNow();
  const moved = useMoved(props.place);
  const rows = useView(listMoves, { params: { id: props.place.conversationId }, query: {} }).data?.rows ?? [];
  const nameOf = useNameOf();
  if (rows.length === 0) return null;
  const said = (move: MoveView): string => {
    const word = ({ merge: 'moveMerge', split: 'moveSplit', move: 'moveMove' } as const)[move.kind];
    const who = nameOf(move.movedBy) ?? t('somebody');
    return t(word, { who, from: move.from?.number ?? t('unseen'), to: move.to?.number ?? t('unseen') });
  };
  return (
    <ul className="flex flex-col gap-2">
      {rows.map((move) => (
        <li key={move.id} className="flex items-start gap-2 text-xs">
          <span className="min-w-0 flex-1">
            <bdi className={move.undoneAt ? 'text-text-3 line-through' : ''}>{said(move)}</bdi>
            <span className="block text-text-3" title={fullMomentOf(move.movedAt)}>
              <bdi>
                {t('items', { count: move.items })}, {whenOf(move.movedAt, now)}
                {move.undoneAt &&
                  `. ${t('undoneBy', { who: nameOf(move.undoneBy) ?? t('somebody'), when: whenOf(move.undoneAt, now) })}`}
              </bdi>
            </span>
          </span>
          {move.can.includes('undo') && (
            <Button size="xs" aria-label={`${t('undo')}: ${said(move)}`} onClick={() => void moved.takeBack(move.id)}>
              {t('undo')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function useNameOf(): (id: string | null) => string | undefined {
  const people = usePeople();
  return (id) => people.find((one) => one.id === id)?.name;
}

function Changes(props: { readonly conversationId: string }): ReactElement {
  const t = useWords(depthWords);
  const h = useWords(historyWords);
  const now = useNow();
  const pages = usePages(readConversationHistory, { params: { id: props.conversationId }, query: { limit: 20 } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return <p className="text-text-3">{t('noHistory')}</p>;
  return (
    <>
      <ol className="flex flex-col gap-2 text-xs">
        {rows.map((row) => (
          <li key={row.id} className="border-s-2 border-line ps-2">
            <span>
              {h(wordOf(row.name))} <span className="text-text-2">{byWhom(row, h)}</span>
            </span>
            <span className="block text-text-3" title={fullMomentOf(row.at)}>
              {whenOf(row.at, now)}
              {row.cause && `. ${h('because', { cause: h(wordOf(row.cause)) })}`}
            </span>
            {row.changes.map((change) => (
              <span key={change.field} dir="auto" className="block text-text-2">
                {h(change.field === 'because' ? 'why' : change.field)}:{' '}
                {change.from !== null && `${shown(change, change.from, now, h)} → `}
                {shown(change, change.to, now, h)}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button size="sm" onClick={() => void pages.fetchNextPage()}>
          {t('earlier')}
        </Button>
      )}
    </>
  );
}

type Say = ReturnType<typeof useWords<keyof typeof historyWords.en>>;

/** Told by us, done by the customer. */
const theirs: ReadonlySet<string> = new Set(['message.received', 'contact.started']);

/** By which door somebody did it, where it is not the usual one. */
const byWords: Readonly<Record<string, 'byApi' | 'inBulk'>> = { api: 'byApi', bulk: 'inBulk' };

/** Who or what did it: a name, else a rule, an import, the interface or Rapport itself. */
function byWhom(row: HistoryRow, h: Say): string {
  if (row.actor.name !== '') return h(byWords[row.via] ?? 'by', { who: row.actor.name });
  if (theirs.has(row.name)) return h('customer');
  if (row.via === 'import') return h('byImport');
  const known = ['customer', 'assistant', 'rule', 'service'] as const;
  return h(known.find((kind) => kind === row.actor.kind) ?? 'system');
}

/** The words of an event; a kind that has none yet is said by its own name. */
function wordOf(name: string): keyof typeof historyWords.en {
  return name in historyWords.en ? (name as keyof typeof historyWords.en) : 'other';
}

function shown(change: HistoryRow['changes'][number], value: string | null, now: number, h: Say): string {
  if (value === null) return '–';
  if (change.field === 'priority') return h(wordOf(`priority-${value}`));
  if (change.field === 'relation' || change.field === 'because') return h(wordOf(value));
  if (change.field === 'how' && value in historyWords.en) return h(wordOf(value));
  return change.field === 'until' || change.field === 'due' ? whenOf(value, now) : value;
}
