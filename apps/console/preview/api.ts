import type { EntryView } from '../inbox/views.ts';
import { call, presence, serverFacts, session, teammates, words } from './fernhill-desk.ts';
import { entriesOf, entry, priya } from './fernhill-entries.ts';
import { boxes, conversationOf, earlier, idOf, quotes, rows, storyNow } from './fernhill-inbox.ts';

type Body = Readonly<Record<string, unknown>>;
type Answer = (found: RegExpExecArray, body: Body, query: URLSearchParams) => unknown;

/** Answers of the story by method and path; changes are kept until the preview ends. Undefined: not in the story. */
export function newStory(): (method: string, url: URL, body: Body) => unknown {
  const sent = new Map<string, EntryView[]>();
  const closed = new Set<string>();
  const draft = { isThere: true };
  let ringing: typeof call | null = null;
  let isInside = true;

  const take = (kind: 'out' | 'note', id: string, body: Body): unknown => {
    const until = new Date(storyNow + 10_000).toISOString();
    const held = [
      {
        id: idOf(999),
        recipient: 'maya@lindqvist.example',
        recipientKind: 'to' as const,
        state: 'held' as const,
        deliverAt: until,
        sentAt: null,
        failure: null,
      },
    ];
    const one = {
      ...entry(0, kind, kind === 'out' ? 'email' : null, new Date(storyNow).toISOString(), priya, String(body['text'])),
      id: String(body['id']),
      conversationId: id,
      deliveries: kind === 'out' ? held : [],
    };
    sent.set(id, [...(sent.get(id) ?? []), one]);
    return { entry: one, conversation: conversationOf(id) };
  };
  const listed = (query: URLSearchParams): typeof rows => {
    if (query.get('box') !== 'customer') return rows.filter((row) => !closed.has(row.id));
    return query.get('customerId') === idOf(948_213) ? earlier : [];
  };
  const takeBack = (entryId: string): unknown => {
    for (const [id, entries] of sent) {
      const text = entries.find((one) => one.id === entryId)?.text;
      sent.set(
        id,
        entries.filter((one) => one.id !== entryId),
      );
      if (text !== undefined) return { text, conversation: conversationOf(id) };
    }
    return undefined;
  };
  const moveCall = (verb: string): unknown => {
    const state = (
      { 'PUT answer': 'talking', 'PUT hold': 'held', 'DELETE hold': 'talking', 'PUT end': 'wrap-up' } as const
    )[verb];
    const next = {
      ...(ringing ?? call),
      state: state ?? ('done' as const),
      answeredAt: new Date(storyNow).toISOString(),
      can: state === undefined ? [] : (['end'] as const),
    };
    ringing = state === undefined ? null : (next as typeof call);
    return verb === 'PUT wrap-up' ? { call: next, talkSeconds: 0, holdSeconds: 0, wrapUpSeconds: 0 } : next;
  };

  const answers: readonly (readonly [string, RegExp, Answer])[] = [
    ['GET', /^\/api\/session$/u, () => (isInside ? session : { ...session, me: null })],
    ['DELETE', /^\/api\/session$/u, () => ((isInside = false), { signedIn: false })],
    ['POST', /^\/api\/(demo\/)?session$/u, () => ((isInside = true), { signedIn: true })],
    ['GET', /^\/api\/setup$/u, () => ({ needed: false, facts: serverFacts })],
    ['GET', /^\/api\/boxes$/u, () => boxes],
    ['GET', /^\/api\/notices$/u, () => ({ rows: [], next: null, unseen: 0 })],
    ['GET', /^\/api\/presence$/u, () => presence],
    ['GET', /^\/api\/conversation-words$/u, () => words],
    ['GET', /^\/api\/teammates$/u, () => ({ rows: teammates, next: null })],
    ['GET', /^\/api\/calls\/mine$/u, () => ({ call: ringing })],
    ['POST', /^\/api\/preview\/ring$/u, () => ((ringing = call), {})],
    ['PUT', /^\/api\/calls\/[^/]+\/(answer|hold|end|wrap-up)$/u, (found) => moveCall(`PUT ${found[1]}`)],
    ['DELETE', /^\/api\/calls\/[^/]+\/(hold|offer)$/u, (found) => moveCall(`DELETE ${found[1]}`)],
    ['GET', /^\/api\/conversations$/u, (_, __, query) => ({ rows: listed(query), next: null, head: null })],
    ['GET', /^\/api\/conversations\/([^/]+)$/u, (found) => conversationOf(found[1] ?? '')],
    [
      'GET',
      /^\/api\/conversations\/([^/]+)\/entries$/u,
      (found) => ({
        rows: [...entriesOf(found[1] ?? ''), ...(sent.get(found[1] ?? '') ?? [])],
        before: null,
        version: 9,
      }),
    ],
    [
      'GET',
      /^\/api\/conversations\/([^/]+)\/drafts$/u,
      (found) => ({
        drafts:
          draft.isThere && found[1] === idOf(48213)
            ? [
                {
                  kind: 'reply',
                  id: idOf(998),
                  revision: 1,
                  savedAt: new Date(storyNow).toISOString(),
                  text: 'Hi Maya, our Nordstan shop has a Ridgeline 2 pole set on hold in your name until Wednesday 19:00.',
                  beside: { quotes },
                },
              ]
            : [],
      }),
    ],
    [
      'PUT',
      /^\/api\/conversations\/([^/]+)\/drafts\/\w+$/u,
      (_, body) => (
        (draft.isThere = body['text'] !== ''), { revision: body['revision'], savedAt: new Date(storyNow).toISOString() }
      ),
    ],
    ['POST', /^\/api\/conversations\/([^/]+)\/messages$/u, (found, body) => take('out', found[1] ?? '', body)],
    ['POST', /^\/api\/conversations\/([^/]+)\/notes$/u, (found, body) => take('note', found[1] ?? '', body)],
    ['DELETE', /^\/api\/messages\/([^/]+)\/delivery$/u, (found) => takeBack(found[1] ?? '')],
    [
      'PUT',
      /^\/api\/conversations\/([^/]+)\/closure$/u,
      (found) => (closed.add(found[1] ?? ''), conversationOf(found[1] ?? '')),
    ],
    [
      'DELETE',
      /^\/api\/conversations\/([^/]+)\/closure$/u,
      (found) => (closed.delete(found[1] ?? ''), conversationOf(found[1] ?? '')),
    ],
    ['PUT', /^\/api\/conversations\/([^/]+)\/(snooze|assignee)$/u, (found) => conversationOf(found[1] ?? '')],
    ['PUT', /^\/api\//u, () => ({})],
  ];
  return (method, url, body) => {
    for (const [asked, path, answer] of answers) {
      const found = asked === method ? path.exec(url.pathname) : null;
      if (found !== null) return answer(found, body, url.searchParams);
    }
    return undefined;
  };
}
