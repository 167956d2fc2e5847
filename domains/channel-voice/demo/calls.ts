import { addNote, close, makePromise, setReason } from '#domains/conversations';
import { type StoryPerson, storyPeople } from '#domains/customers';
import { newId } from '#platform/database';
import { arrivals, between, type DemoStory, minutesAgo, pickFrom } from '#platform/domain';
import { answer } from '../answer.ts';
import type { CallView } from '../contract.ts';
import { end, hangUp } from '../end.ts';
import { hold, resume } from '../hold.ts';
import { passOn } from '../pass-on.ts';
import { ring } from '../ring.ts';
import { wrapUp } from '../wrap-up.ts';
import { matters } from './matters.ts';

/** How far back the calls of the story go, and how many a usual day has. */
const storyDays = 42;
const callsADay = 1.35;
/** Longer than any caller waits by the standard settings. */
const missedAfterSeconds = 200;
/** What is not over by then is not told: those who call now are today's. */
const quietMs = 25 * 60_000;
const fiveMinutesMs = 5 * 60_000;
const takers = { fernhill: ['amara', 'amara', 'elin', 'elin', 'priya', 'rui', 'lucas'], lumo: ['mei', 'priya'] } as const;

/** A call as the story tells it, in seconds after its start. */
interface StoryCall {
  readonly person: StoryPerson;
  readonly at: Date;
  readonly subject: string;
  readonly reason: string;
  readonly note: string;
  readonly who: string;
  readonly rings: number;
  /** Null: nobody answered; they gave up, or were missed. */
  readonly talks: { readonly first: number; readonly held: number; readonly rest: number } | null;
  readonly isMissed?: boolean;
  readonly wrapUp: number;
  readonly then: 'close' | 'stay';
  readonly key?: string;
  readonly promise?: { readonly dueAt: Date; readonly words: string };
}

/** Six weeks of calls. */
export function planHistoryOfCalls(story: DemoStory): void {
  for (const at of arrivals(story, storyDays, callsADay)) {
    const hour = at.getUTCHours();
    const call = callAt(story, hour < 7 || hour >= 20 ? new Date(at.getTime() + 11 * 3_600_000) : at);
    if (story.now.getTime() - call.at.getTime() > quietMs + 3 * 3_600_000) planCall(story, call);
  }
}

/** Maya's call with Priya, Hugo's whose answer waits for the depot, and Karin's third about one parcel. */
export function planCallsOfToday(story: DemoStory): void {
  // a time as people say it: the next full five minutes, in about a quarter of an hour
  const due = new Date(Math.ceil(minutesAgo(story, -15.5).getTime() / fiveMinutesMs) * fiveMinutesMs);
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Lisbon' }).format(due);
  const ago = (minutes: number): Date => minutesAgo(story, minutes);
  planCall(story, {
    key: 'maya', person: who('maya'), at: ago(16.4), subject: 'Tent pole', reason: 'Tent poles', who: 'priya', rings: 6, talks: { first: 78, held: 0, rest: 144 }, wrapUp: 30, then: 'stay',
    note: `The shop in Nordstan is on her way, she can collect. I check their stock and write before ${clock}.`,
    promise: { dueAt: due, words: `You said you would write before ${clock}` },
  });
  planCall(story, { key: 'hugo', person: who('hugo'), at: ago(2 * 1440 + 240), subject: 'Address change before dispatch', reason: 'Change of address', who: 'priya', rings: 14, talks: { first: 95, held: 40, rest: 60 }, wrapUp: 45, then: 'stay', note: 'New address read back and sent to the depot. They pack on Monday mornings.' });
  const karin = { person: who('karin'), subject: 'Parcel says delivered', reason: 'Delivered, not here', then: 'stay' } as const;
  planCall(story, { ...karin, key: 'karin', at: ago(4 * 1440 - 60), who: 'amara', rings: 31, talks: { first: 140, held: 55, rest: 70 }, wrapUp: 60, note: '“It arrives on Monday.” Nordpost promised it for Monday before noon.' });
  planCall(story, { ...karin, at: ago(1440 - 40), who: 'rui', rings: 540 / 12, talks: { first: 190, held: 0, rest: 0.5 }, wrapUp: 35, note: 'Driver scanned at number 14, she lives at 41. Birthday present. Promised to call back at 16:00.', promise: { dueAt: ago(1440 - 360), words: 'You said you would call back at 16:00' } });
}

function callAt(story: DemoStory, at: Date): StoryCall {
  const brand = story.random() < 0.16 ? 'lumo' : 'fernhill';
  const person = pickFrom(story, storyPeople.filter((one) => one.brand === brand && /\d$/.test(one.key)));
  const [subject, reason, note] = pickFrom(story, matters[brand]);
  const chance = story.random();
  const first = between(story, 40, 260);
  const held = story.random() < 0.35 ? between(story, 20, 110) : 0;
  return {
    person, at, subject, reason, note,
    who: pickFrom(story, takers[brand]),
    rings: chance < 0.13 ? between(story, 35, 120) : between(story, 4, 38) * (story.random() < 0.15 ? 3 : 1),
    talks: chance < 0.13 ? null : { first, held, rest: between(story, 20, 260) },
    isMissed: chance < 0.05,
    wrapUp: between(story, 20, 95),
    then: 'close',
  };
}

/** Plans each moment of a call: it rings, is answered, held, ended, wrapped up; or given up, and called back. */
function planCall(story: DemoStory, call: StoryCall): void {
  const id = newId() as CallView['id'];
  const teammate = `teammate:${call.who}`;
  let at = call.at;
  let conversationId = '';
  const step = (seconds: number, by: string | null, verb: (ctx: Parameters<Parameters<DemoStory['at']>[2]>[0]) => Promise<unknown>): void => {
    const moment = new Date(at.getTime() + Math.round(seconds * 1_000));
    at = moment;
    story.plan(moment, () => story.at(moment, by, verb));
  };
  step(0, null, async (ctx) => {
    const lineId = story.ids.get(`phone:${call.person.brand}`);
    const { conversation } = await ring(ctx, { id, number: call.person.phone, name: call.person.name, subject: call.subject, ...(lineId ? { lineId } : {}) });
    conversationId = conversation.id;
    if (call.key) story.ids.set(`conversation:${call.key}`, conversationId);
  });
  const reasonId = () => story.ids.get(`reason:${call.person.brand}/${call.reason}`) ?? null;
  if (!call.talks) {
    if (call.isMissed) step(missedAfterSeconds, null, (ctx) => passOn(ctx, id));
    else step(call.rings, null, (ctx) => hangUp(ctx, id));
    step(between(story, 6, 50) * 60, teammate, async (ctx) => {
      await addNote(ctx, conversationId, { id: newId(), text: `Called back. ${call.note}`, mentions: [] });
      await setReason(ctx, conversationId, reasonId());
      await close(ctx, conversationId, 'answered');
    });
    return;
  }
  const { first, held, rest } = call.talks;
  step(call.rings, teammate, (ctx) => answer(ctx, id));
  if (held > 0) {
    step(first, teammate, (ctx) => hold(ctx, id));
    step(held, teammate, (ctx) => resume(ctx, id));
  }
  step(held > 0 ? rest : first + rest, teammate, (ctx) => end(ctx, id));
  step(call.wrapUp, teammate, async (ctx) => {
    await wrapUp(ctx, id, { reasonId: reasonId(), note: { id: newId(), text: call.note } });
    if (call.promise) await makePromise(ctx, conversationId, { id: newId(), ...call.promise });
    if (call.then === 'close') await close(ctx, conversationId, 'answered');
  });
}

function who(key: string): StoryPerson {
  const person = storyPeople.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody in the story is called ${key}.`);
  return person;
}
