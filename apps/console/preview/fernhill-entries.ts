import type { EntryView } from '../inbox/views.ts';
import { earlier, idOf, jonas, me, rows } from './fernhill-inbox.ts';

type Author = EntryView['author'];

/** One entry of the spine with all its fields; the story gives those that matter. */
export const entry = (
  number: number,
  kind: EntryView['kind'],
  channel: string | null,
  occurredAt: string,
  author: Author,
  text: string,
  more: Partial<EntryView> = {},
): EntryView => ({
  id: idOf(number),
  conversationId: idOf(48213),
  kind,
  visibility: kind === 'note' ? 'internal' : 'public',
  channel,
  author,
  occurredAt,
  subject: null,
  text,
  quoted: '',
  hasHtml: false,
  from: null,
  recipients: [],
  files: [],
  deliveries: [],
  facts: {},
  evidence: null,
  ...more,
});

const maya: Author = { kind: 'customer', id: idOf(948_213), name: 'Maya Lindqvist' };
export const priya: Author = { kind: 'teammate', id: me, name: 'Priya Raman' };
const photo = (number: number, name: string): EntryView['files'][number] => ({
  id: idOf(number),
  name,
  mediaType: 'image/jpeg',
  sizeBytes: 1_400_000,
  inline: false,
  contentId: null,
});

const mayasEntries: readonly EntryView[] = [
  entry(
    101,
    'in',
    'email',
    '2026-11-16T21:14:00Z',
    maya,
    'The tent pole snapped at the second joint on our first night out. We leave for Kungsleden on Thursday. Can you get a new set to Göteborg by then?',
    { files: [photo(201, 'IMG_2291.jpg'), photo(202, 'IMG_2292.jpg')] },
  ),
  entry(
    102,
    'out',
    'chat',
    '2026-11-17T10:21:00Z',
    { kind: 'system', id: null, name: 'Help centre' },
    '“A snapped pole is covered for five years. By standard post, 3 to 5 days.” Does this answer it?',
    { beside: { isQuoted: true } },
  ),
  entry(103, 'in', 'chat', '2026-11-17T10:22:00Z', maya, 'No, we leave on Thursday. Can I talk to someone?'),
  entry(104, 'out', 'chat', '2026-11-17T10:23:00Z', priya, 'Of course. I am Priya, may I call you right now?'),
  entry(
    105,
    'call',
    'voice',
    '2026-11-17T10:26:00Z',
    maya,
    'The shop in Nordstan is on her way, she can collect. I check their stock and write before 11.',
    {
      facts: { answeredAt: '2026-11-17T10:26:05Z', endedAt: '2026-11-17T10:29:47Z', answeredBy: me },
      beside: {
        promised: 'I check their stock and write before 11.',
        playedSeconds: 78,
        hasSound: true,
        hasTranscript: false,
      },
    },
  ),
  entry(
    106,
    'note',
    null,
    '2026-11-17T10:38:00Z',
    { kind: 'teammate', id: jonas, name: 'Jonas Weber' },
    '@Priya Nordstan has 2 pole sets for the Ridgeline 2. I asked them to hold one under her name until Wednesday 19:00.',
  ),
];

/** The entries of a conversation, in the order they happened. */
export function entriesOf(id: string): readonly EntryView[] {
  if (id === idOf(48213)) return mayasEntries;
  const one = [...rows, ...earlier].find((candidate) => candidate.id === id);
  if (one === undefined) return [];
  return [
    entry(
      one.number * 10,
      'in',
      one.lastChannel,
      one.lastEntryAt,
      { kind: 'customer', id: one.customer.id, name: one.customer.name },
      one.preview,
      { conversationId: id },
    ),
  ];
}
