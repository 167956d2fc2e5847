import type { BoxesView, ConversationRowView, ConversationView, EntryView } from '../inbox/views.ts';

/** Tue 17 Nov 2026, 10:42 in Lisbon: the moment at which the story is shown. */
export const storyNow = Date.parse('2026-11-17T10:42:00Z');

const minuteMs = 60_000;
const ago = (minutes: number): string => new Date(storyNow - minutes * minuteMs).toISOString();
const ahead = (minutes: number): string => new Date(storyNow + minutes * minuteMs + 1000).toISOString();
/** A clock with so many minutes left of which so large a share remains. */
const running = (minutes: number, share: number): ConversationRowView['clock'] => ({ state: 'running', startedAt: ago(minutes / share - minutes), dueAt: ahead(minutes) });
const idOf = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const open = { version: 1, category: 'open', isUnread: false } as const;

export const boxes: BoxesView = {
  mine: [
    { id: 'my-work', name: 'My work', sign: 'mine', count: 9, waiting: 3 },
    { id: 'mentions', name: 'Mentions', sign: 'mentions', count: 2 },
    { id: 'snoozed', name: 'Snoozed', sign: 'snoozed', count: 4 },
    { id: 'sent', name: 'Sent', sign: 'sent', count: null },
  ],
  queues: [
    { id: 'orders', name: 'Orders & delivery', count: 12, state: 'bad' },
    { id: 'warranty', name: 'Warranty & repair', count: 9, state: 'risk' },
    { id: 'returns', name: 'Returns', count: 5, state: 'good' },
    { id: 'guides', name: 'Guides (B2B)', count: 3, state: 'good' },
    { id: 'help-page', name: 'From the help page', count: 2, state: 'info' },
  ],
  views: [
    { id: 'sla', name: 'SLA in 1 hour', sign: 'flame', count: 6 },
    { id: 'vip', name: 'VIP waiting', sign: 'gem', count: 3 },
    { id: 'svenska', name: 'Svenska', sign: 'languages', count: 8 },
    { id: 'rated', name: 'Rated 1–2, reopened', sign: 'history', count: 1 },
  ],
};

const row = (number: number, name: string, subject: string, preview: string, channel: string, lastAt: string, more: Partial<ConversationRowView> = {}): ConversationRowView => ({
  id: idOf(number),
  number,
  subject,
  preview,
  channel,
  lastAt,
  customer: { id: idOf(900 + number), name, isVip: number === 48213 || number === 48201 },
  clock: null,
  ...open,
  ...more,
});

export const rows: readonly ConversationRowView[] = [
  row(48213, 'Maya Lindqvist', 'Tent pole snapped, leaving Thursday', 'Call 3:42, you owe her an answer', 'voice', ago(2), { clock: running(18, 0.3) }),
  row(48212, 'Dieter Brandt', 'Wrong size delivered', 'Is the large in stock in Hamburg?', 'chat', ago(0), { isUnread: true, clock: running(1, 0.12) }),
  row(48201, 'Alba Trekking SL', '12 tents for spring season', 'We would like the same terms as last year, and delivery by March.', 'email', ago(14), { isUnread: true, clock: running(46, 0.55) }),
  row(48190, 'Oskar Nyberg', 'Refund not on my card yet', 'Thanks for the quick reply. The bank says it takes five days.', 'email', ago(31), { writing: ['Jonas'], clock: running(60, 0.6) }),
  row(48177, 'Chiara Conti', 'Jacket seam opened after a week', 'Hi Chiara, so sorry about the seam. Could you send us a picture?', 'social', ago(52), { marker: { label: 'Draft', tone: 'warn' }, clock: running(120, 0.72) }),
  row(48170, 'Femi Adeyemi', 'Gas canister by air?', 'Read “Flying with gas”, asked for a person', 'form', ago(60), { isUnread: true, marker: { label: 'Article', tone: 'info' }, clock: running(180, 0.8) }),
  row(48151, 'Ingrid Solberg', 'Re: Warranty on trekking poles', 'Perfect, that solved it. Thank you, Priya!', 'email', ago(190), { clock: { state: 'met' } }),
  row(48098, 'Hugo Marchand', 'Address change before dispatch', 'Waiting for the depot to confirm', 'voice', ago(24 * 60), { clock: { state: 'paused', waitsFor: 'Depot' } }),
  row(48066, 'Noor van Dijk', 'Review: “Lovely tent, pegs bend”', '4 stars on the product page, public', 'review', ago(48 * 60), { clock: running(2 * 24 * 60, 0.92) }),
];

const quotes = [
  { text: 'A snapped pole is covered for five years.', articleId: 'warranty', title: 'What the warranty covers' },
  { text: 'The swap takes about ten minutes and no tools.', articleId: 'poles', title: 'Replace a tent pole set' },
];

const maya: ConversationView = {
  id: idOf(48213),
  version: 9,
  number: 48213,
  subject: 'Tent pole snapped, leaving Thursday',
  status: { name: 'Open', category: 'open' },
  priority: 'High',
  tags: ['trip-urgent', 'tent'],
  queue: { id: 'warranty', name: 'Warranty & repair' },
  assignee: { id: 'priya', name: 'Priya Raman' },
  lines: [{ id: 'help', channel: 'email', title: 'help@fernhill.example', undoWindowMs: 10_000 }, { id: 'site', channel: 'chat', title: 'Chat on fernhill.example', undoWindowMs: 0 }],
  promise: { id: 'p1', text: 'You said you would write before 11:00', madeAt: ago(29), dueAt: ahead(18) },
  viewers: [{ id: 'jonas', name: 'Jonas Weber', isWriting: false }],
  suggestion: { text: '', quotes, macros: [{ id: 'hold', title: 'Hold in a shop' }] },
  drafts: { reply: { text: 'Hi Maya, our Nordstan shop has a Ridgeline 2 pole set on hold in your name until Wednesday 19:00.', quotes } },
  can: ['reply', 'note', 'close', 'snooze', 'assign'],
  customer: {
    id: 'maya',
    name: 'Maya Lindqvist',
    isVip: true,
    place: 'Göteborg',
    zone: 'Europe/Stockholm',
    languageName: 'Swedish',
    stats: [
      { title: 'About this', value: '3rd', unit: 'contact' },
      { title: 'Rated 4–5', value: '3', unit: 'of 3' },
      { title: 'Lifetime', value: '€2,340' },
    ],
    order: {
      number: 'FH-20418',
      title: 'Ridgeline 2 tent',
      state: 'Delivered 9 Nov, Göteborg',
      amount: '€389',
      actions: [
        { id: 'poles', title: 'Free pole set', sign: 'send' },
        { id: 'refund', title: 'Refund', sign: 'refund' },
      ],
    },
    factsAt: '2026-11-17T10:38:00Z',
    facts: [
      { sign: 'contacts', text: '', strong: '3rd contact', after: ' about this pole' },
      { sign: 'person', text: 'Asked for a person once, waited 38 s' },
      { sign: 'date', text: 'Needed by ', strong: 'Thu 19 Nov', after: ', set by you' },
      { sign: 'promise', text: 'Promises: 1 open, 4 of 4 kept' },
    ],
    journey: [
      { title: 'Bought', when: '4 Nov', state: 'done' },
      { title: 'Got it', when: '9 Nov', state: 'done' },
      { title: 'Broke', when: '14 Nov', state: 'broke' },
      { title: 'Repair', when: 'now', state: 'now' },
      { title: 'Trip', when: 'Thu', state: 'next' },
    ],
    earlierCount: 6,
    earlier: [
      { id: idOf(1), subject: 'Which stove fuel for winter?', when: 'Sep' },
      { id: idOf(2), subject: 'Exchange: jacket M to L', when: 'Mar' },
    ],
    details: [
      { key: 'E-mail', value: 'maya@lindqvist.example' },
      { key: 'Consent', value: 'Service, no marketing' },
      { key: 'Reached by', value: 'E-mail, chat, phone' },
    ],
  },
};

/** A conversation of the story; those beside Maya's carry what their row says. */
export function conversationOf(id: string): ConversationView | undefined {
  if (id === maya.id) return maya;
  const one = rows.find((candidate) => candidate.id === id);
  if (one === undefined) return undefined;
  const { suggestion: _, drafts: __, ...base } = maya;
  return {
    ...base,
    id,
    number: one.number,
    subject: one.subject,
    tags: [],
    viewers: [],
    promise: null,
    customer: { id: one.customer.id, name: one.customer.name, stats: [], facts: [], journey: [], earlier: [], earlierCount: 0, details: [] },
  };
}

const author = (kind: EntryView['author']['kind'], name: string, id: string | null = null): EntryView['author'] => ({ kind, id, name });
const entry = (number: number, kind: EntryView['kind'], channel: string, occurredAt: string, by: EntryView['author'], text: string, more: Partial<EntryView> = {}): EntryView => ({
  id: idOf(number),
  version: 1,
  kind,
  channel,
  occurredAt,
  author: by,
  text,
  files: [],
  ...more,
});
const customer = author('customer', 'Maya Lindqvist', 'maya');
const priya = author('teammate', 'Priya Raman', 'priya');
const photo = (name: string) => ({ id: name, name, sizeBytes: 1_400_000, type: 'image/jpeg', href: '#' });

const mayasEntries: readonly EntryView[] = [
  entry(101, 'in', 'email', '2026-11-16T21:14:00Z', customer, 'The tent pole snapped at the second joint on our first night out. We leave for Kungsleden on Thursday. Can you get a new set to Göteborg by then?', { files: [photo('IMG_2291.jpg'), photo('IMG_2292.jpg')] }),
  entry(102, 'out', 'chat', '2026-11-17T10:21:00Z', author('system', 'Help centre'), '“A snapped pole is covered for five years. By standard post, 3 to 5 days.” Does this answer it?', { isQuoted: true }),
  entry(103, 'in', 'chat', '2026-11-17T10:22:00Z', customer, 'No, we leave on Thursday. Can I talk to someone?'),
  entry(104, 'out', 'chat', '2026-11-17T10:23:00Z', priya, 'Of course. I am Priya, may I call you right now?'),
  entry(105, 'call', 'voice', '2026-11-17T10:26:00Z', priya, 'The shop in Nordstan is on her way, she can collect. I check their stock and write before 11.', {
    promised: 'I check their stock and write before 11.',
    call: { seconds: 222, playedSeconds: 78, hasSound: true, hasTranscript: false },
  }),
  entry(106, 'note', 'note', '2026-11-17T10:38:00Z', author('teammate', 'Jonas Weber', 'jonas'), '@Priya Nordstan has 2 pole sets for the Ridgeline 2. I asked them to hold one under her name until Wednesday 19:00.'),
];

/** The entries of a conversation, newest first as the API gives them. */
export function entriesOf(id: string): readonly EntryView[] {
  if (id === maya.id) return mayasEntries.toReversed();
  const one = rows.find((candidate) => candidate.id === id);
  return one === undefined ? [] : [entry(one.number * 10, 'in', one.channel, one.lastAt, author('customer', one.customer.name), one.preview)];
}
