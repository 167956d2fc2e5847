import type { QueryClient } from '@tanstack/react-query';
import type { NoticeView } from '#domains/notices/contract';
import type { ChangedMessage } from '#platform/live-client';
import type { ConversationRowView } from '../inbox/views.ts';
import type { Rows } from '../live/apply.ts';
import { listConversations } from '../routes.ts';
import type { Level } from './choices.ts';

/** Something that should be heard or seen. */
export interface Alert {
  readonly level: Level;
  /** What it is about; the same again is not counted twice. */
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly href: string;
  /** A chat among several is told apart by its pitch. */
  readonly isLive: boolean;
}

/** Channels on which both are there at once. */
const liveChannels = new Set(['chat', 'messaging', 'sms', 'social']);
/** Older than this, in milliseconds, a message is told by something else that happened to its conversation. */
const newsMs = 120_000;
const heard = new Map<string, string>();
const mostHeard = 2000;

/**
 * What a live change should be heard as, asked before the change is in the cache: a message of my customer that no list
 * has shown yet, or a notice that I have not seen. What I caused comes as no customer's message and as no notice.
 */
export function alertOf(client: QueryClient, message: ChangedMessage, myId: string): Alert | undefined {
  if ('gone' in message) return undefined;
  if (message.topic === 'notice') return ofNotice(message.view as NoticeView);
  if (message.topic !== 'conversation') return undefined;
  const row = message.view as ConversationRowView;
  const isKnown = wasHeard(client, row);
  if (heard.size > mostHeard) heard.clear();
  heard.set(row.id, row.lastEntryAt);
  const isNews = Date.now() - Date.parse(row.lastEntryAt) < newsMs;
  if (isKnown || !isNews || row.lastEntryKind !== 'in' || row.assigneeId !== myId) return undefined;
  return {
    level: 'customer',
    id: row.id,
    name: row.customer.name,
    about: row.subject,
    href: `/inbox/my-work/${row.id}`,
    isLive: liveChannels.has(row.lastChannel ?? ''),
  };
}

function ofNotice(notice: NoticeView): Alert | undefined {
  if (notice.seenAt !== null || heard.has(notice.id)) return undefined;
  heard.set(notice.id, notice.occurredAt);
  if (Date.now() - Date.parse(notice.occurredAt) > newsMs) return undefined;
  const number = notice.body['number'];
  return {
    level: notice.level,
    id: notice.id,
    name: '',
    about: typeof number === 'number' ? `#${number}` : '',
    href: notice.place,
    isLive: false,
  };
}

function wasHeard(client: QueryClient, row: ConversationRowView): boolean {
  if ((heard.get(row.id) ?? '') >= row.lastEntryAt) return true;
  return client
    .getQueriesData<Rows>({ queryKey: [listConversations.path] })
    .some(([, data]) =>
      data?.pages.some((page) => page.rows.some((one) => one.id === row.id && one.lastEntryAt >= row.lastEntryAt)),
    );
}
