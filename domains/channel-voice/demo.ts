import { openLine } from '#domains/brands';
import { close } from '#domains/conversations';
import { addIdentity, customerById } from '#domains/customers';
import { newId } from '#platform/database';
import type { Demo, DemoStory } from '#platform/domain';
import { answer } from './answer.ts';
import type { CallView } from './contract.ts';
import { channelKind } from './contract.ts';
import { end, hangUp } from './end.ts';
import { hold, resume } from './hold.ts';
import { passOn } from './pass-on.ts';
import { ring } from './ring.ts';
import { wrapUp } from './wrap-up.ts';

const dayMs = 24 * 3_600_000;
/** How far back the calls of the story go, and how many a working day has at most. */
const storyDays = 21;
const callsADay = 3;
/** Longer than any caller waits by the standard settings. */
const missedAfterSeconds = 200;

const callers = [
  ['+46 70 512 34 01', 'Astrid Berglund'],
  ['+46 73 201 88 40', 'Nils Åkerman'],
  ['+351 912 445 210', 'Beatriz Fonseca'],
  ['+351 936 120 877', 'Rui Tavares'],
  ['+49 151 2033 4471', 'Jonas Weidner'],
  ['+47 922 40 118', 'Silje Haugen'],
  ['+39 347 221 9083', 'Chiara Bellini'],
  ['+46 76 340 19 22', 'Elsa Nordin'],
] as const;

const matters = [
  ['Where is the parcel with the tent?', 'Tracked it: out for delivery tomorrow before noon.'],
  ['Boots are half a size too small', 'Sent an exchange label for 42.5; refund not wanted.'],
  ['Sleeping bag: comfort temperature', 'Explained comfort and limit; advised the −7 °C model.'],
  ['Charged twice for one order', 'One of the two was a reservation; falls away by Friday.'],
  ['Change the delivery address', 'Address changed before packing; read back and confirmed.'],
  ['Ski binding needs adjusting', 'Booked the workshop for Thursday, 17:00.'],
  ['Stove does not light', 'Cleaned the jet together; works again. No return needed.'],
] as const;

/** Two simulated lines, and some weeks of calls on the first: answered, held, given up, missed. */
export const demo: Demo = async (story) => {
  const line = await openLines(story);
  if (!line) return;
  for (let day = storyDays; day >= 1; day -= 1) {
    const midnight = Math.floor(story.now.getTime() / dayMs) * dayMs - day * dayMs;
    const weekday = new Date(midnight).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const count = 1 + Math.floor(story.random() * callsADay);
    for (let n = 0; n < count; n += 1) {
      const hour = 9 + (n + story.random()) * (8 / count);
      await oneCall(story, line, new Date(midnight + Math.round(hour * 3_600_000)), pick(story, callers));
    }
  }
  await callOfThoseWhoWrote(story, line);
};

/** Some of those who wrote also call, a little before now: one matter, two channels. */
async function callOfThoseWhoWrote(story: DemoStory, line: string): Promise<void> {
  const wrote = [...story.ids].filter(([name]) => name.startsWith('customer:')).slice(0, 3);
  for (const [index, [, customerId]] of wrote.entries()) {
    const number = `+46 70 900 10 0${index + 1}`;
    const at = new Date(story.now.getTime() - (index + 1) * 47 * 60_000);
    const name = await story.at(at, null, async (ctx) => {
      const customer = await customerById(ctx, customerId);
      if (customer.brandId !== story.ids.get('brand:fernhill')) return null;
      await addIdentity(ctx, customerId, 'phone', number);
      return customer.name;
    });
    if (name !== null) await oneCall(story, line, at, [number, name]);
  }
}

async function openLines(story: DemoStory): Promise<string | null> {
  const brandId = story.ids.get('brand:fernhill');
  if (!brandId) return null;
  const opened = new Date(story.now.getTime() - 60 * dayMs);
  return story.at(opened, null, async (ctx) => {
    const common = { channel: channelKind, casePolicy: 'open-conversation' } as const;
    // The tail keeps the numbers of two demo workspaces on one server apart: a number has one open line.
    const tail = ctx.workspaceId.slice(-4);
    const first = { ...common, brandId, name: 'Fernhill phone', address: `+351 21 555 01 ${tail}` };
    const line = await openLine(ctx, { ...first, queueId: story.ids.get('queue:questions') ?? null });
    const secondBrand = story.ids.get('brand:norrsken');
    if (secondBrand) {
      const second = { ...common, brandId: secondBrand, name: 'Norrsken phone', address: `+46 8 555 02 ${tail}` };
      await openLine(ctx, { ...second, queueId: story.ids.get('queue:norrsken') ?? null });
    }
    story.ids.set('line:phone', line.id);
    return line.id;
  });
}

async function oneCall(
  story: DemoStory,
  lineId: string,
  startedAt: Date,
  [number, name]: readonly [string, string],
): Promise<void> {
  const [subject, noted] = pick(story, matters);
  const id = newId() as CallView['id'];
  let at = startedAt;
  const later = (seconds: number): Date => {
    at = new Date(at.getTime() + Math.round(seconds * 1_000));
    return at;
  };
  const call = await story.at(at, null, (ctx) => ring(ctx, { id, lineId, number, name, subject }));
  const chance = story.random();
  if (chance < 0.06) {
    await story.at(later(missedAfterSeconds), null, (ctx) => passOn(ctx, id));
    return;
  }
  if (chance < 0.14) {
    await story.at(later(25 + story.random() * 60), null, (ctx) => hangUp(ctx, id));
    return;
  }
  const who = chance < 0.7 ? 'teammate:elin' : 'teammate:priya';
  await story.at(later(4 + story.random() * 30), who, (ctx) => answer(ctx, id));
  if (story.random() < 0.4) {
    await story.at(later(60 + story.random() * 120), who, (ctx) => hold(ctx, id));
    await story.at(later(20 + story.random() * 70), who, (ctx) => resume(ctx, id));
  }
  const byCaller = story.random() < 0.5;
  await story.at(later(60 + story.random() * 300), byCaller ? null : who, (ctx) =>
    byCaller ? hangUp(ctx, id) : end(ctx, id),
  );
  const summary = { reasonId: null, note: { id: newId(), text: noted } };
  await story.at(later(20 + story.random() * 60), who, (ctx) => wrapUp(ctx, id, summary));
  if (story.random() < 0.8) await story.at(later(5), who, (ctx) => close(ctx, call.conversation.id, 'answered'));
}

function pick<T>(story: DemoStory, list: readonly T[]): T {
  const one = list[Math.floor(story.random() * list.length)];
  if (one === undefined) throw new Error('Nothing to pick from.');
  return one;
}
