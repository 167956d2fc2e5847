import { assign, setReason, tag } from '#domains/conversations';
import { type StoryPerson, storyPeople } from '#domains/customers';
import { arrivals, between, type DemoStory, pickFrom, waitMinutes } from '#platform/domain';
import { type Act, type Matter, planMatter, type Turn } from './matter.ts';
import { followUps, products, type Topic, topics } from './topics.ts';

/** How many mails come on a usual day. */
const mailsADay = 4.3;
/** What is not over by then belongs to today's open work, which is told apart. */
const quietMinutes = 25;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Who answers what, the usual ones first and more often. */
const answering: Readonly<Record<Topic['queue'], readonly string[]>> = {
  orders: ['priya', 'lucas', 'mei', 'rui', 'rui', 'elin', 'amara'],
  warranty: ['jonas', 'jonas', 'priya', 'pavel', 'mei'],
  returns: ['sofia', 'sofia', 'lucas', 'priya', 'hana'],
  guides: ['hana', 'priya', 'tomas'],
  'help-page': ['priya', 'elin', 'sofia'],
  lumo: ['mei', 'priya', 'mei'],
};
/** Minutes until half of them are answered. */
const middleWait: Readonly<Record<Topic['queue'], number>> = {
  orders: 22,
  warranty: 55,
  returns: 60,
  guides: 21,
  'help-page': 75,
  lumo: 40,
};

/** Six weeks of mails: answered soon or late, asked again, handed on, reopened, closed. */
export function planHistory(story: DemoStory): void {
  for (const at of arrivals(story, mailsADay)) {
    const matter = matterAt(story, at);
    const last = matter.turns.at(-1);
    if (last && story.now.getTime() - last.at.getTime() > quietMinutes * minuteMs) planMatter(story, matter);
  }
}

/** The words of a topic in somebody's language, filled in. */
export function wordsFor(
  story: DemoStory,
  topic: Topic,
  person: StoryPerson,
): { subject: string; text: string; answer: string } {
  const fill = {
    order: `FH-${Math.floor(between(story, 20_100, 20_990))}`,
    product: pickFrom(story, products),
    place: person.place,
  };
  const [subject, text, answer] = topic.words[person.language] ?? topic.words.en;
  const filled = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (_, name: string) => fill[name as keyof typeof fill] ?? '');
  return { subject: filled(subject), text: filled(text), answer: filled(answer) };
}

/** Somebody of the crowd who could write about this. */
export function somebodyFor(story: DemoStory, topic: Topic): StoryPerson {
  const brand = topic.queue === 'lumo' ? 'lumo' : 'fernhill';
  const crowd = storyPeople.filter((person) => person.brand === brand && /\d$/.test(person.key));
  // who writes in a language the topic has words for is drawn more often
  const first = pickFrom(story, crowd);
  return topic.words[first.language] ? first : pickFrom(story, crowd);
}

/** What is noted with a topic by whoever answers it. */
export function labels(story: DemoStory, topic: Topic): Act {
  const brand = topic.queue === 'lumo' ? 'lumo' : 'fernhill';
  // as in life, about every second one is tagged
  const isTagged = story.random() < 0.5;
  return async (ctx, id) => {
    await setReason(ctx, id, story.ids.get(`reason:${brand}/${topic.reason}`) ?? null);
    if (isTagged) await tag(ctx, id, topic.tags);
  };
}

function matterAt(story: DemoStory, at: Date): Matter {
  const topic = pickFrom(story, [...topics, ...topics.filter(({ queue }) => queue === 'orders')]);
  const person = somebodyFor(story, topic);
  const words = wordsFor(story, topic, person);
  const who = pickFrom(story, answering[topic.queue]);
  const transferred = topic.queue === 'orders' && story.random() < 0.09;
  const answered = answerTime(story, at, middleWait[topic.queue]);
  const turns: Turn[] = [{ kind: 'in', at, text: signed(words.text, person) }];
  if (transferred)
    turns.push({
      kind: 'act',
      at: new Date(at.getTime() + (answered.getTime() - at.getTime()) / 2),
      who,
      act: (ctx, id) => assign(ctx, id, { assigneeId: null, queueId: story.ids.get('queue:returns') }),
    });
  const rounds = story.random();
  const more = rounds < 0.3;
  const chance = story.random();
  const outcome = outcomeBy(chance);
  turns.push({
    kind: 'out',
    at: answered,
    who: transferred ? 'sofia' : who,
    text: greeted(words.answer, person, who),
    then: more && rounds < 0.2 ? 'wait' : 'close',
    outcome,
    also: labels(story, topic),
  });
  if (more) turns.push(...round(story, person, who, answered, rounds >= 0.2));
  return { person, queue: topic.queue, subject: words.subject, turns };
}

/** Nearly all arrive; a few come back, and of some a mail host never said. */
function outcomeBy(chance: number): 'sent' | 'bounced' | 'not-confirmed' {
  if (chance < 0.012) return 'bounced';
  return chance < 0.02 ? 'not-confirmed' : 'sent';
}

/** They write again: while it waits for them, or days after it was closed. */
function round(story: DemoStory, person: StoryPerson, who: string, after: Date, reopens: boolean): Turn[] {
  const [asks, answers] = pickFrom(story, followUps[person.language]);
  const at = new Date(
    after.getTime() + (reopens ? between(story, 0.8, 6) * dayMs : between(story, 20, 900) * minuteMs),
  );
  return [
    { kind: 'in', at, text: signed(asks, person) },
    { kind: 'out', at: answerTime(story, at, 16), who, text: greeted(answers, person, who), then: 'close' },
  ];
}

/** Somebody sits there from 8 to 20 o'clock; what comes at night is answered in the morning. */
function answerTime(story: DemoStory, at: Date, middle: number): Date {
  const wait = waitMinutes(story, middle) * minuteMs;
  const hour = at.getUTCHours();
  if (hour >= 7 && hour < 20) return new Date(at.getTime() + wait);
  const midnight = Math.floor(at.getTime() / dayMs) * dayMs;
  return new Date(midnight + (hour < 7 ? 0 : dayMs) + 8 * 60 * minuteMs + between(story, 0, 25) * minuteMs + wait / 4);
}

function signed(text: string, person: StoryPerson): string {
  return `${text}\n\n${person.name}`;
}

const greetings: Readonly<Record<StoryPerson['language'], string>> = {
  en: 'Hi',
  sv: 'Hej',
  de: 'Hallo',
  pt: 'Olá',
  es: 'Hola',
};

function greeted(text: string, person: StoryPerson, who: string): string {
  const given = person.name.split(' ')[0] ?? person.name;
  return `${greetings[person.language]} ${given},\n\n${text}\n\n${who.charAt(0).toUpperCase()}${who.slice(1)}`;
}
