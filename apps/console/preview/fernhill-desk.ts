import type { SessionView } from '#domains/identity/contract';
import type { CallView } from '../calls/views.ts';
import { idOf, jonas, me, storyNow } from './fernhill-inbox.ts';

const at = (seconds: number): string => new Date(storyNow + seconds * 1000).toISOString();

/** What the wire carries: the brand on an id is the contract's own mark, absent from JSON. */
type Plain<Value> = Value extends string
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Plain<Value[Key]> }
      : Value;

export const session: Plain<SessionView> = {
  needsSetup: false,
  held: null,
  singleSignOn: [],
  demo: {
    workspaceName: 'Fernhill',
    roles: [
      { role: 'agent', name: 'Priya Raman', title: 'Omnichannel support representative' },
      { role: 'call-agent', name: 'Elin Berg', title: 'Call centre specialist' },
      { role: 'team-leader', name: 'Tomás Oliveira', title: 'Team leader' },
      { role: 'administrator', name: 'Daniel Osei', title: 'Administrator' },
    ],
  },
  me: {
    workspace: { id: idOf(10), name: 'Fernhill', isDemo: true, sampleOf: null },
    teammate: { id: me, name: 'Priya Raman', address: 'priya@fernhill.example', locale: 'en', zone: 'Europe/Lisbon' },
    desk: {
      id: 'agent',
      title: 'Omnichannel representative',
      home: '/inbox',
      areas: ['inbox', 'calls', 'customers', 'knowledge', 'schedule', 'career'],
      density: 'cosy',
    },
    isOutside: false,
    permissions: { 'conversations.read': 'team', 'calls.take': 'own' },
    teamIds: [idOf(50)],
    brands: 'all',
    undoWindowSeconds: null,
    preferences: {},
    workspaces: [],
  },
};

export const teammates = [
  { id: me, name: 'Priya Raman' },
  { id: jonas, name: 'Jonas Weber' },
  { id: idOf(3), name: 'Tomás Oliveira' },
];

export const words = {
  statuses: [
    { id: idOf(41), name: 'Open', category: 'open' },
    { id: idOf(42), name: 'Closed', category: 'closed' },
  ],
  reasons: ['Order', 'Delivery', 'Warranty and repair', 'Other'].map((name, index) => ({
    id: idOf(300 + index),
    brandId: idOf(20),
    parentId: null,
    name,
  })),
  tags: [],
};

export const presence = {
  me: {
    teammateId: me,
    state: 'available',
    reason: null,
    since: at(-(2 * 60 + 14) * 60),
    cause: 'own',
    contactId: null,
    then: null,
    version: 1,
    beside: { chats: { now: 2, limit: 3 }, voice: true, next: { what: 'lunch', at: '2026-11-17T12:30:00Z' } },
  },
  rows: [],
};

/** Karin Holm rings, once the preview is asked to. */
export const call: Plain<CallView> = {
  id: idOf(700),
  version: 1,
  state: 'ringing',
  outcome: null,
  simulated: true,
  conversation: { id: idOf(48212), number: 48212 },
  customer: { id: idOf(701), name: 'Karin Holm' },
  fromNumber: '+46 70 555 01 88',
  toNumber: '+46 31 555 00 00',
  brandId: idOf(20),
  queueId: idOf(31),
  queueName: 'Orders & delivery',
  subject: '',
  match: { by: 'number', joinedOpenConversation: false },
  startedAt: at(-41),
  offer: { teammateId: me, offeredAt: at(-5), until: at(12) },
  answeredAt: null,
  answeredBy: null,
  heldAt: null,
  endedAt: null,
  endedBy: null,
  wrappedUpAt: null,
  can: ['answer', 'decline'],
  beside: {
    languageName: 'Swedish',
    facts: [
      { tone: 'bad', text: '3rd contact about this' },
      { tone: 'warn', text: 'Waited 9 min before' },
    ],
    likely: { about: 'FH-20977', text: 'scanned as delivered on Monday.' },
  },
};

export const serverFacts = [
  { id: 'database', state: 'ok', title: 'Database', detail: 'PostgreSQL 18, empty, backed up nightly at 3:00' },
  { id: 'address', state: 'ok', title: 'Address', detail: 'http://127.0.0.1:4680' },
  { id: 'disk', state: 'ok', title: 'Disk', detail: '214 GB free' },
  { id: 'mail-in', state: 'waiting', title: 'Receiving mail', detail: 'After the third step' },
  { id: 'mail-out', state: 'off', title: 'Sending mail', detail: 'Until a line is set up replies wait, none is lost' },
  {
    id: 'model',
    state: 'off',
    title: 'AI model: none',
    detail: 'Everything works without. Articles and macros suggest answers',
  },
  {
    id: 'transcription',
    state: 'off',
    title: 'Transcription: off',
    detail: 'Calls are kept as notes, and as sound if you record',
  },
];
