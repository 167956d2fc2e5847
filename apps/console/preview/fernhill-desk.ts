import type { CallView, PresenceView } from '../calls/views.ts';
import type { Door, ServerFact, Session } from '../session/views.ts';
import { storyNow } from './fernhill-inbox.ts';

const at = (seconds: number): string => new Date(storyNow + seconds * 1000).toISOString();

export const session: Session = {
  workspace: { id: 'fernhill', name: 'Fernhill' },
  teammate: { id: 'priya', name: 'Priya Raman', email: 'priya@fernhill.example' },
  desk: { id: 'agent', title: 'Omnichannel representative', start: '/inbox/my-work', areas: ['inbox', 'calls', 'customers', 'knowledge', 'schedule', 'career'] },
  undoWindowMs: 10_000,
};

export const door: Door = {
  workspaceName: 'Fernhill',
  needsSetup: false,
  demo: [
    { id: 'priya', name: 'Priya Raman', role: 'Omnichannel representative' },
    { id: 'elin', name: 'Elin Berg', role: 'Call centre specialist' },
    { id: 'tomas', name: 'Tomás Oliveira', role: 'Team leader' },
    { id: 'daniel', name: 'Daniel Osei', role: 'Administrator' },
  ],
};

export const presence: PresenceView = { state: 'available', since: at(-(2 * 60 + 14) * 60), chats: { now: 2, limit: 3 }, voice: true, next: { what: 'lunch', at: '2026-11-17T12:30:00Z' } };

/** Karin Holm rings; asked for with `?call=ringing` in the referring page. */
export const call: CallView = {
  id: '018f0000-0000-7000-8000-0000000ca110',
  version: 1,
  conversationId: '018f0000-0000-7000-8000-000000048212',
  state: 'ringing',
  customer: { id: 'karin', name: 'Karin Holm' },
  from: '+46 70 555 01 88',
  queueName: 'Orders & delivery',
  languageName: 'Swedish',
  waitingSince: at(-41),
  offeredAt: at(-5),
  offeredUntil: at(12),
  answeredAt: null,
  endedAt: null,
  facts: [
    { tone: 'bad', text: '3rd contact about this' },
    { tone: 'warn', text: 'Waited 9 min before' },
  ],
  likely: { about: 'FH-20977', text: 'scanned as delivered on Monday.' },
};

export const serverFacts: readonly ServerFact[] = [
  { id: 'database', state: 'ok', title: 'Database', detail: 'PostgreSQL 18, empty, backed up nightly at 3:00' },
  { id: 'address', state: 'ok', title: 'Address', detail: 'http://127.0.0.1:4680' },
  { id: 'disk', state: 'ok', title: 'Disk', detail: '214 GB free' },
  { id: 'mail-in', state: 'waiting', title: 'Receiving mail', detail: 'After the third step' },
  { id: 'mail-out', state: 'off', title: 'Sending mail', detail: 'Until a line is set up replies wait, none is lost' },
  { id: 'model', state: 'off', title: 'AI model: none', detail: 'Everything works without. Articles and macros suggest answers' },
  { id: 'transcription', state: 'off', title: 'Transcription: off', detail: 'Calls are kept as notes, and as sound if you record' },
];
