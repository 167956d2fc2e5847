/** Notices as both sides of the wire see them. Views carry the kind and its ids; the words are made where they are shown. */
import * as z from 'zod';
import { cursor, id, ownWords, page, route } from '#platform/contract';

export * from './contract/push.ts';

export const NoticeId = id('Notice');

/** Ids, numbers and times that the words of a kind need; never text, names or addresses. */
export const NoticeBody = z.record(
  z.string().regex(/^[a-zA-Z]{1,40}$/),
  z.union([z.uuid(), z.iso.datetime(), z.number(), z.boolean(), z.null()]),
);
export type NoticeBody = z.output<typeof NoticeBody>;

/** How loud a kind is: a call, a customer who waits for me, my queue, a colleague who names me. */
export const noticeLevels = ['call', 'customer', 'queue', 'mention'] as const;

export const NoticeView = z.object({
  id: NoticeId,
  kind: z.string(),
  level: z.enum(noticeLevels),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  /** Where what it is about opens in the console; the list itself where nobody says. */
  place: z.string(),
  body: NoticeBody,
  occurredAt: z.iso.datetime(),
  seenAt: z.iso.datetime().nullable(),
});
export type NoticeView = z.output<typeof NoticeView>;

/** Most unseen ones that are counted; more are "99+". */
export const unseenLimit = 100;

/** Whether a kind comes by mail too: each at once, or all of an hour together. */
export const noticeMails = ['none', 'at-once', 'digest'] as const;
const NoticeMail = z.enum(noticeMails);
export type NoticeMail = z.output<typeof NoticeMail>;

/** A kind with what this teammate chose about it. */
export const NoticeChoiceView = z.object({
  kind: z.string(),
  says: ownWords(z.string()),
  level: z.enum(noticeLevels),
  silencedAt: z.iso.datetime().nullable(),
  mail: NoticeMail,
});
export type NoticeChoiceView = z.output<typeof NoticeChoiceView>;

export const listNotices = route({
  method: 'GET',
  path: '/api/notices',
  summary: 'Your notices, newest first, and how many you have not seen (up to 100).',
  access: 'member',
  query: cursor,
  reply: page(NoticeView).extend({ unseen: z.number().int() }),
});

export const seeNotice = route({
  method: 'PUT',
  path: '/api/notices/:id/seen',
  summary: 'Note that you have seen it. Seeing twice is seeing once.',
  access: 'member',
  params: z.object({ id: NoticeId }),
  reply: NoticeView,
});

export const seeNotices = route({
  method: 'PUT',
  path: '/api/notices/seen',
  summary: 'Note that you have seen this one and all before it.',
  access: 'member',
  body: z.object({ upTo: NoticeId }),
  reply: z.object({ unseen: z.number().int() }),
});

export const listNoticeChoices = route({
  method: 'GET',
  path: '/api/notice-choices',
  summary: 'Every kind of notice, and which of them you silenced.',
  access: 'member',
  reply: z.object({ rows: z.array(NoticeChoiceView) }),
});

export const chooseNotice = route({
  method: 'PUT',
  path: '/api/notice-choices/:kind',
  summary: 'Silence a kind of notice or hear it again; have it by mail too, or no more.',
  access: 'member',
  params: z.object({ kind: z.string().max(60) }),
  body: z.object({ silenced: z.boolean(), mail: NoticeMail.optional() }),
  reply: NoticeChoiceView,
});

export const testNoticeMail = route({
  method: 'POST',
  path: '/api/notice-mail/test',
  summary: 'Send yourself a test, the way notices by mail leave. The same id is one mail.',
  access: 'member',
  body: z.object({ id: z.uuid() }),
  reply: z.object({ to: z.string() }),
});
