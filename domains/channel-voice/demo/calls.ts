import { addNote, close, makePromise, setReason } from '#domains/conversations';
import { type StoryPerson, storyPeople } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { arrivals, between, type DemoStory, pickFrom } from '#platform/domain';
import { answer } from '../answer.ts';
import type { CallView } from '../contract.ts';
import { end, hangUp } from '../end.ts';
import { hold, resume } from '../hold.ts';
import { passOn } from '../pass-on.ts';
import { ring } from '../ring.ts';
import { wrapUp } from '../wrap-up.ts';
import type { Agenda } from './agenda.ts';
import { matters } from './matters.ts';

/** How many calls a usual day has. */
const callsADay = 1.35;
/** Longer than any caller waits by the standard settings. */
const missedAfterSeconds = 200;
/** What is not over by then is not told: those who call now are today's. */
const quietMs = 25 * 60_000;
const takers = {
  fernhill: ['amara', 'amara', 'elin', 'elin', 'priya', 'rui', 'lucas'],
  lumo: ['mei', 'priya'],
} as const;

/** A call as the story tells it, in seconds after its start. */
export interface StoryCall {
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

/** Six weeks of calls, around those whose time is fixed. Answers with those that are told. */
export function planHistoryOfCalls(story: DemoStory, agenda: Agenda): readonly StoryCall[] {
  const told: StoryCall[] = [];
  for (const at of arrivals(story, callsADay)) {
    const hour = at.getUTCHours();
    const wished = callAt(story, hour < 7 || hour >= 20 ? new Date(at.getTime() + 11 * 3_600_000) : at);
    if (isToday(story, wished)) continue;
    const call = agenda.place(wished);
    if (isToday(story, call)) continue;
    planCall(story, call);
    told.push(call);
  }
  return told;
}

function isToday(story: DemoStory, call: StoryCall): boolean {
  return story.now.getTime() - call.at.getTime() <= quietMs + 3 * 3_600_000;
}

function callAt(story: DemoStory, at: Date): StoryCall {
  const brand = story.random() < 0.16 ? 'lumo' : 'fernhill';
  const person = pickFrom(
    story,
    storyPeople.filter((one) => one.brand === brand && /\d$/.test(one.key)),
  );
  const [subject, reason, note] = pickFrom(story, matters[brand]);
  const chance = story.random();
  const first = between(story, 40, 260);
  const held = story.random() < 0.35 ? between(story, 20, 110) : 0;
  return {
    person,
    at,
    subject,
    reason,
    note,
    who: pickFrom(story, takers[brand]),
    rings: chance < 0.13 ? between(story, 35, 120) : between(story, 4, 38) * (story.random() < 0.15 ? 3 : 1),
    talks: chance < 0.13 ? null : { first, held, rest: between(story, 20, 260) },
    isMissed: chance < 0.05,
    wrapUp: between(story, 20, 95),
    then: 'close',
  };
}

/** Plans each moment of a call: it rings, is answered, held, ended, wrapped up; or given up, and called back. */
export function planCall(story: DemoStory, call: StoryCall): void {
  const ringing: Ringing = { id: newId() as CallView['id'], conversationId: '' };
  const step = stepper(story, call.at);
  step(0, null, async (ctx) => {
    const lineId = story.ids.get(`phone:${call.person.brand}`);
    const { phone, name } = call.person;
    const given = { id: ringing.id, number: phone, name, subject: call.subject };
    const { conversation } = await ring(ctx, { ...given, ...(lineId ? { lineId } : {}) });
    ringing.conversationId = conversation.id;
    if (call.key) story.ids.set(`conversation:${call.key}`, conversation.id);
  });
  if (call.talks) planTalk(story, call, call.talks, ringing, step);
  else planGivenUp(story, call, ringing, step);
}

/** A call while it is played. */
interface Ringing {
  readonly id: CallView['id'];
  conversationId: string;
}

/** Plans what happens so many seconds after the step before. */
type Stepper = (seconds: number, who: string | null, verb: (ctx: Ctx) => Promise<unknown>) => void;

function stepper(story: DemoStory, start: Date): Stepper {
  let at = start;
  return (seconds, who, verb) => {
    const moment = new Date(at.getTime() + Math.round(seconds * 1_000));
    at = moment;
    story.plan(moment, () => story.at(moment, who, verb));
  };
}

function planTalk(
  story: DemoStory,
  call: StoryCall,
  talks: NonNullable<StoryCall['talks']>,
  ringing: Ringing,
  step: Stepper,
): void {
  const teammate = `teammate:${call.who}`;
  const { first, held, rest } = talks;
  step(call.rings, teammate, (ctx) => answer(ctx, ringing.id));
  if (held > 0) {
    step(first, teammate, (ctx) => hold(ctx, ringing.id));
    step(held, teammate, (ctx) => resume(ctx, ringing.id));
  }
  step(held > 0 ? rest : first + rest, teammate, (ctx) => end(ctx, ringing.id));
  step(call.wrapUp, teammate, async (ctx) => {
    await wrapUp(ctx, ringing.id, { reasonId: reasonOf(story, call), note: { id: newId(), text: call.note } });
    if (call.promise) await makePromise(ctx, ringing.conversationId, { id: newId(), ...call.promise });
    if (call.then === 'close') await close(ctx, ringing.conversationId, 'answered');
  });
}

function planGivenUp(story: DemoStory, call: StoryCall, ringing: Ringing, step: Stepper): void {
  if (call.isMissed) step(missedAfterSeconds, null, (ctx) => passOn(ctx, ringing.id));
  else step(call.rings, null, (ctx) => hangUp(ctx, ringing.id));
  step(between(story, 6, 50) * 60, `teammate:${call.who}`, async (ctx) => {
    await addNote(ctx, ringing.conversationId, { id: newId(), text: `Called back. ${call.note}`, mentions: [] });
    await setReason(ctx, ringing.conversationId, reasonOf(story, call));
    await close(ctx, ringing.conversationId, 'answered');
  });
}

function reasonOf(story: DemoStory, call: StoryCall): string | null {
  return story.ids.get(`reason:${call.person.brand}/${call.reason}`) ?? null;
}
