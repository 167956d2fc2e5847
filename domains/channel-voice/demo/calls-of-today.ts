import { storyPerson } from '#domains/customers';
import { type DemoStory, minutesAgo } from '#platform/domain';
import type { Agenda } from './agenda.ts';
import { planCall, type StoryCall } from './calls.ts';

const day = 24 * 60;
const fiveMinutesMs = 5 * 60_000;
const zone = 'Europe/Lisbon';

/** Maya's call with Priya, Hugo's whose answer waits for the depot, and Karin's two about one parcel. */
export function planCallsOfToday(story: DemoStory, agenda: Agenda): readonly StoryCall[] {
  const told = [maya(story), hugo(story), ...karin(story)].map((call) => agenda.place(call));
  for (const call of told) planCall(story, call);
  return told;
}

function maya(story: DemoStory): StoryCall {
  // a time as people say it: the next full five minutes, in about a quarter of an hour
  const dueAt = new Date(Math.ceil(minutesAgo(story, -15.5).getTime() / fiveMinutesMs) * fiveMinutesMs);
  return {
    ...about('maya', 'Tent pole', 'Tent poles'),
    key: 'maya',
    at: minutesAgo(story, 16.4),
    who: 'priya',
    rings: 6,
    talks: { first: 78, held: 0, rest: 144 },
    wrapUp: 30,
    note: `The shop in Nordstan is on her way, she can collect. I check their stock and write before ${clock(dueAt)}.`,
    promise: { dueAt, words: `You said you would write before ${clock(dueAt)}` },
  };
}

function hugo(story: DemoStory): StoryCall {
  return {
    ...about('hugo', 'Address change before dispatch', 'Change of address'),
    key: 'hugo',
    at: minutesAgo(story, 2 * day + 240),
    who: 'priya',
    rings: 14,
    talks: { first: 95, held: 40, rest: 60 },
    wrapUp: 45,
    note: 'New address read back and sent to the depot. They pack in the mornings.',
  };
}

function karin(story: DemoStory): readonly StoryCall[] {
  const matter = about('karin', 'Parcel says delivered', 'Delivered, not here');
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: zone }).format(minutesAgo(story, day));
  const dueAt = minutesAgo(story, day - 360);
  const first = { key: 'karin', at: minutesAgo(story, 4 * day - 60), who: 'amara', rings: 31, wrapUp: 60 };
  const second = { at: minutesAgo(story, day - 40), who: 'rui', rings: 45, wrapUp: 35 };
  return [
    {
      ...matter,
      ...first,
      talks: { first: 140, held: 55, rest: 70 },
      note: `“It arrives on ${weekday}.” Nordpost said so.`,
    },
    {
      ...matter,
      ...second,
      talks: { first: 190, held: 0, rest: 1 },
      note: `Driver scanned at number 14, she lives at 41. Birthday present. Promised to call back at ${clock(dueAt)}.`,
      promise: { dueAt, words: `You said you would call back at ${clock(dueAt)}` },
    },
  ];
}

function about(
  key: string,
  subject: string,
  reason: string,
): Pick<StoryCall, 'person' | 'subject' | 'reason' | 'then'> {
  return { person: storyPerson(key), subject, reason, then: 'stay' };
}

function clock(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);
}
