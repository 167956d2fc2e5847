import type { BoxesBeside, BoxView, ConversationRowView, ConversationView, RowBeside } from '../inbox/views.ts';

/** Tue 17 Nov 2026, 10:42 in Lisbon: the moment at which the story is shown. */
export const storyNow = Date.parse('2026-11-17T10:42:00Z');

const minuteMs = 60_000;
const ago = (minutes: number): string => new Date(storyNow - minutes * minuteMs).toISOString();
const ahead = (minutes: number): string => new Date(storyNow + minutes * minuteMs + 1000).toISOString();

/** A stable id for a number of the story. */
export const idOf = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const me = idOf(1);
export const jonas = idOf(2);

const queue = (number: number, name: string, open: number): BoxView => {
  const id = idOf(number);
  return { box: 'queue', id, name, open, unassigned: 0, brandId: null };
};

export const boxes: { readonly boxes: readonly BoxView[]; readonly beside: BoxesBeside } = {
  boxes: [
    { box: 'mine', id: null, name: 'My work', open: 9, unassigned: null, brandId: null },
    queue(31, 'Orders & delivery', 12),
    queue(32, 'Warranty & repair', 9),
    queue(33, 'Returns', 5),
    queue(34, 'Guides (B2B)', 3),
    queue(35, 'From the help page', 2),
  ],
  beside: {
    waiting: 3,
    states: { [idOf(31)]: 'bad', [idOf(32)]: 'risk', [idOf(33)]: 'good', [idOf(34)]: 'good', [idOf(35)]: 'info' },
    mine: [
      { id: 'mentions', name: 'Mentions', sign: 'mentions', count: 2 },
      { id: 'snoozed', name: 'Snoozed', sign: 'snoozed', count: 4 },
      { id: 'sent', name: 'Sent', sign: 'sent', count: null },
    ],
    views: [
      { id: 'sla', name: 'SLA in 1 hour', sign: 'flame', count: 6 },
      { id: 'vip', name: 'VIP waiting', sign: 'gem', count: 3 },
      { id: 'svenska', name: 'Svenska', sign: 'languages', count: 8 },
      { id: 'rated', name: 'Rated 1–2, reopened', sign: 'history', count: 1 },
    ],
  },
};

interface Told {
  readonly ageMinutes: number;
  readonly unread?: boolean;
  /** Minutes left, and which share of the whole time that is. */
  readonly due?: readonly [number, number];
  readonly beside?: RowBeside;
}

const row = (
  number: number,
  name: string,
  subject: string,
  preview: string,
  channel: string,
  told: Told,
): ConversationRowView => ({
  id: idOf(number),
  number,
  brandId: idOf(20),
  subject,
  customer: { id: idOf(900_000 + number), name },
  status: { id: idOf(41), category: 'open' },
  assigneeId: me,
  teamId: idOf(50),
  queueId: idOf(32),
  priority: 3,
  confidential: false,
  unread: told.unread ?? false,
  lastEntryAt: ago(told.ageMinutes),
  lastEntryKind: 'in',
  lastChannel: channel,
  preview,
  waitingSince: told.due ? ago(told.due[0] / told.due[1] - told.due[0]) : null,
  dueAt: told.due ? ahead(told.due[0]) : null,
  dueKind: told.due ? 'first-reply' : null,
  snoozedUntil: null,
  openedAt: ago(told.ageMinutes + 60),
  closedAt: null,
  version: 9,
  ...(told.beside ? { beside: told.beside } : {}),
});

export const rows: readonly ConversationRowView[] = [
  row(48213, 'Maya Lindqvist', 'Tent pole snapped, leaving Thursday', 'Call 3:42, you owe her an answer', 'voice', {
    ageMinutes: 2,
    due: [18, 0.3],
    beside: { isVip: true },
  }),
  row(48212, 'Dieter Brandt', 'Wrong size delivered', 'Is the large in stock in Hamburg?', 'chat', {
    ageMinutes: 0,
    unread: true,
    due: [1, 0.12],
  }),
  row(
    48201,
    'Alba Trekking SL',
    '12 tents for spring season',
    'We would like the same terms as last year, and delivery by March.',
    'email',
    { ageMinutes: 14, unread: true, due: [46, 0.55], beside: { isVip: true } },
  ),
  row(
    48190,
    'Oskar Nyberg',
    'Refund not on my card yet',
    'Thanks for the quick reply. The bank says it takes five days.',
    'email',
    { ageMinutes: 31, due: [60, 0.6], beside: { writing: ['Jonas'] } },
  ),
  row(
    48177,
    'Chiara Conti',
    'Jacket seam opened after a week',
    'Hi Chiara, so sorry about the seam. Could you send us a picture?',
    'social',
    { ageMinutes: 52, due: [120, 0.72], beside: { marker: { label: 'Draft', tone: 'warn' } } },
  ),
  row(48170, 'Femi Adeyemi', 'Gas canister by air?', 'Read “Flying with gas”, asked for a person', 'form', {
    ageMinutes: 60,
    unread: true,
    due: [180, 0.8],
    beside: { marker: { label: 'Article', tone: 'info' } },
  }),
  row(
    48151,
    'Ingrid Solberg',
    'Re: Warranty on trekking poles',
    'Perfect, that solved it. Thank you, Priya!',
    'email',
    { ageMinutes: 190, beside: { met: true } },
  ),
  row(48098, 'Hugo Marchand', 'Address change before dispatch', 'Waiting for the depot to confirm', 'voice', {
    ageMinutes: 24 * 60,
    beside: { waitsFor: 'Depot' },
  }),
  row(48066, 'Noor van Dijk', 'Review: “Lovely tent, pegs bend”', '4 stars on the product page, public', 'review', {
    ageMinutes: 48 * 60,
    due: [2 * 24 * 60, 0.92],
  }),
];

export const quotes = [
  { text: 'A snapped pole is covered for five years.', articleId: 'warranty', title: 'What the warranty covers' },
  { text: 'The swap takes about ten minutes and no tools.', articleId: 'poles', title: 'Replace a tent pole set' },
];

const beside: NonNullable<ConversationView['beside']> = {
  suggestion: { text: '', quotes, macros: [{ id: 'hold', title: 'Hold in a shop' }] },
  customer: {
    isVip: true,
    place: 'Göteborg',
    zone: 'Europe/Stockholm',
    languageName: 'Swedish',
    stats: [
      { title: 'About this', value: '3rd', unit: 'contact' },
      { title: 'Rated 4–5', value: '3', unit: 'of 3' },
      { title: 'Lifetime', value: '€2,340' },
    ],
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
    details: [
      { key: 'E-mail', value: 'maya@lindqvist.example' },
      { key: 'Consent', value: 'Service, no marketing' },
      { key: 'Reached by', value: 'E-mail, chat, phone' },
    ],
  },
};

/** What Maya bought. */
export const bought = {
  rows: [
    {
      id: idOf(71),
      brandId: idOf(1),
      customerId: idOf(1),
      number: 'FH-20418',
      phase: 'delivered',
      state: '',
      place: 'Göteborg',
      currency: 'EUR',
      totalMinor: 38_900,
      refundedMinor: 0,
      placedAt: '2026-11-04T09:12:00Z',
      deliveredAt: '2026-11-09T13:40:00Z',
      firstLine: 'Ridgeline 2 tent',
      moreLines: 0,
      trackingUrl: 'https://track.kurier24.example/FH-20418',
      url: 'https://shop.fernhill.example/orders/FH-20418',
    },
  ],
  next: null,
  worth: [{ currency: 'EUR', orderCount: 3, worthMinor: 234_000 }],
};

/** Two earlier ones of Maya's, closed. */
export const earlier: readonly ConversationRowView[] = [
  {
    ...row(45101, 'Maya Lindqvist', 'Which stove fuel for winter?', '', 'email', { ageMinutes: 66 * 24 * 60 }),
    status: { id: idOf(42), category: 'closed' },
  },
  {
    ...row(41007, 'Maya Lindqvist', 'Exchange: jacket M to L', '', 'email', { ageMinutes: 240 * 24 * 60 }),
    status: { id: idOf(42), category: 'closed' },
  },
];

const replyLines: ConversationView['replyLines'] = [
  {
    id: idOf(91),
    name: 'Fernhill help',
    channel: 'email',
    address: 'help@fernhill.example',
    undoWindowSeconds: 10,
    copies: true,
    formatted: true,
    to: [{ address: 'maya@lindqvist.example', name: 'Maya Lindqvist' }],
    cc: [],
  },
  {
    id: idOf(92),
    name: 'Chat on the site',
    channel: 'chat',
    address: 'fernhill.example',
    undoWindowSeconds: 0,
    copies: false,
    formatted: false,
    to: [],
    cc: [],
  },
];

/** A conversation of the story; those beside Maya's carry what their row says. */
export function conversationOf(id: string): ConversationView | undefined {
  const one = [...rows, ...earlier].find((candidate) => candidate.id === id);
  if (one === undefined) return undefined;
  const isMaya = one.number === 48213;
  const { beside: _, ...plain } = one;
  return {
    ...plain,
    reasonId: null,
    companyId: null,
    custom: {},
    tags: isMaya
      ? [
          { id: idOf(61), name: 'trip-urgent' },
          { id: idOf(62), name: 'tent' },
        ]
      : [],
    participants: [
      {
        id: idOf(70),
        role: 'requester',
        customerId: one.customer.id,
        teammateId: null,
        name: one.customer.name,
        address: 'someone@example.com',
      },
    ],
    promises: isMaya
      ? [
          {
            id: idOf(80),
            madeBy: me,
            madeAt: ago(29),
            dueAt: ahead(18),
            words: 'You said you would write before 11:00',
            keptAt: null,
          },
        ]
      : [],
    replyLines: [...replyLines],
    shared: false,
    contactCount: isMaya ? 3 : 1,
    reopenedCount: 0,
    solvedAt: null,
    mergedIntoId: null,
    can: ['reply', 'note', 'assign', 'close', 'tag', 'snooze'],
    ...(isMaya ? { beside } : {}),
  };
}
