import type { EntryView } from '../inbox/views.ts';
import { call } from './fernhill-desk.ts';
import { entriesOf, entry, priya } from './fernhill-entries.ts';
import { conversationOf, earlier, idOf, quotes, rows, storyNow } from './fernhill-inbox.ts';

export type Body = Readonly<Record<string, unknown>>;

/** What somebody did in the preview so far. */
export interface State {
  readonly sent: Map<string, EntryView[]>;
  readonly closed: Set<string>;
  hasDraft: boolean;
  ringing: typeof call | null;
  isInside: boolean;
}

const now = new Date(storyNow).toISOString();

/** The story at its beginning. */
export function newState(): State {
  return { sent: new Map(), closed: new Set(), hasDraft: true, ringing: null, isInside: true };
}

/** The rows of a list. */
export function listed(state: State, query: URLSearchParams): typeof rows {
  if (query.get('box') !== 'customer') return rows.filter((row) => !state.closed.has(row.id));
  return query.get('customerId') === idOf(948_213) ? earlier : [];
}

/** The spine as it is now. */
export function entriesNow(state: State, id: string): unknown {
  return { rows: [...entriesOf(id), ...(state.sent.get(id) ?? [])], before: null, version: 9 };
}

/** Priya's draft to Maya, until it is sent. */
export function draftsOf(state: State, id: string): unknown {
  if (!state.hasDraft || id !== idOf(48213)) return { drafts: [] };
  const text = 'Hi Maya, our Nordstan shop has a Ridgeline 2 pole set on hold in your name until Wednesday 19:00.';
  return { drafts: [{ kind: 'reply', id: idOf(998), revision: 1, savedAt: now, text, beside: { quotes } }] };
}

/** Takes a reply or a note; a reply is held for ten seconds. */
export function take(state: State, kind: 'out' | 'note', id: string, body: Body): unknown {
  const held: EntryView['deliveries'][number] = {
    id: idOf(999),
    recipient: 'maya@lindqvist.example',
    recipientKind: 'to',
    state: 'held',
    deliverAt: new Date(storyNow + 10_000).toISOString(),
    sentAt: null,
    failure: null,
  };
  const one: EntryView = {
    ...entry(0, kind, kind === 'out' ? 'email' : null, now, priya, String(body['text'])),
    id: String(body['id']),
    conversationId: id,
    deliveries: kind === 'out' ? [held] : [],
  };
  state.sent.set(id, [...(state.sent.get(id) ?? []), one]);
  return { entry: one, conversation: conversationOf(id) };
}

/** Undo: the text comes back. */
export function takeBack(state: State, entryId: string): unknown {
  for (const [id, entries] of state.sent) {
    const taken = entries.find((one) => one.id === entryId);
    if (taken === undefined) continue;
    state.sent.set(
      id,
      entries.filter((one) => one !== taken),
    );
    return { text: taken.text, conversation: conversationOf(id) };
  }
  return undefined;
}

/** Karin Holm rings. */
export function ring(state: State): unknown {
  state.ringing = call;
  return {};
}

const callStates: Readonly<Record<string, string>> = {
  'PUT answer': 'talking',
  'PUT hold': 'held',
  'DELETE hold': 'talking',
  'PUT end': 'wrap-up',
};

/** The call goes on: answered, held, ended, wrapped up; declined or finished, it is over. */
export function moveCall(state: State, verb: string): unknown {
  const next = callStates[verb];
  const moved = { ...call, state: next ?? 'done', answeredAt: now, can: next === undefined ? [] : ['end'] };
  state.ringing = next === undefined ? null : moved;
  return verb === 'PUT wrap-up' ? { call: moved, talkSeconds: 0, holdSeconds: 0, wrapUpSeconds: 0 } : moved;
}
