import { assign, makePromise, setReason, tag } from '#domains/conversations';
import { type StoryPerson, storyPeople } from '#domains/customers';
import { newId } from '#platform/database';
import { type DemoStory, minutesAgo, pickFrom } from '#platform/domain';
import { labels, somebodyFor, wordsFor } from './history.ts';
import { type Act, type Matter, planMatter, type Turn } from './matter.ts';
import { newsMail } from './news-mail.ts';
import { tentPicture } from './picture.ts';
import { topics } from './topics.ts';

const dayMs = 24 * 3600_000;
const day = 24 * 60;

/** The nine matters that Priya finds under "My work", and four she has put away; calls and notes are told elsewhere. */
export function planPriyasWork(story: DemoStory): void {
  const weekday = (days: number): string => new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'Europe/Lisbon' }).format(new Date(story.now.getTime() + days * dayMs));
  const [mine, come, go, act] = [given(story, 'priya'), incoming(story), outgoing(story), acting(story)];
  const photo = (name: string, zoom: 1 | 2) => ({ name, type: 'image/png', bytes: tentPicture(zoom) });
  const matters: readonly Matter[] = [
    {
      key: 'maya', person: who('maya'), queue: 'warranty', subject: `Tent pole snapped, leaving ${weekday(2)}`,
      turns: [
        { ...come(13 * 60 + 28, `The tent pole snapped at the second joint on our first night out. We leave for Kungsleden on ${weekday(2)}. Can you get a new set to Göteborg by then?`), files: [photo('IMG_2291.jpg', 1), photo('IMG_2292.jpg', 2)] },
        go(26, 'priya', 'Hi Maya,\n\n“A snapped pole is covered for five years. By standard post, 3 to 5 days.” Does this answer it?', 'stay', about(story, 'Tent poles', [])),
        come(21, `No, we leave on ${weekday(2)}. Can I talk to someone?`),
        go(20, 'priya', 'Of course. I am Priya. Call us on the number below and I pick up myself.', 'stay'),
        come(11.3, 'Thank you for the call. Nordstan is on my way, I can collect the poles there any day until we leave.'),
      ],
    },
    { key: 'dieter', person: who('dieter'), queue: 'orders', subject: 'Wrong size delivered', turns: [come(56.6, 'I ordered the Storm jacket in large, order FH-20911, and a medium came. We travel at the weekend.'), mine(48), come(0.4, 'Is the large in stock in Hamburg?')] },
    { key: 'alba', person: who('alba'), queue: 'guides', subject: '12 tents for spring season', turns: [come(13.4, 'We would like the same terms as last year for twelve Ridgeline 2, delivered to Bilbao by 1 March.\n\nMarta Hallberg\nAlba Trekking SL'), mine(12)] },
    {
      key: 'oskar', person: who('oskar'), queue: 'returns', subject: 'Refund not on my card yet',
      turns: [
        come(day + 190, 'I sent the pack back two weeks ago and the refund is not on my card yet.'),
        go(day + 120, 'priya', 'Hi Oskar,\n\nThe refund left us on Thursday. Some banks take five working days; the reference is FH-20877.\n\nPriya', 'stay', about(story, 'Refund', ['refund'])),
        come(31, 'Thanks for the quick reply. The bank says they need the reference of the transfer, not of the order. Do you have it?'),
      ],
    },
    { key: 'chiara', person: who('chiara'), queue: 'warranty', subject: 'Jacket seam opened after a week', turns: [{ ...come(52, 'The seam under the left arm opened after one week. I have it from your shop in Lisbon. What can we do?'), files: [photo('seam.jpg', 2)] }, mine(47)] },
    { key: 'femi', person: who('femi'), queue: 'help-page', subject: 'Gas canister by air?', turns: [come(59, 'Read “Flying with gas”, asked for a person: does the rule count for an empty canister, too?'), mine(55)] },
    {
      key: 'ingrid', person: who('ingrid'), queue: 'warranty', subject: 'Warranty on trekking poles',
      turns: [
        come(4 * day, 'One of my poles does not lock any more. Is that under warranty?'),
        go(4 * day - 40, 'priya', 'Hi Ingrid,\n\nIt is. Most of the time the lock only needs cleaning: turn it out, wipe the cone, turn it in again. Tell me whether it holds.\n\nPriya', 'stay', about(story, 'Seams and zips', ['poles'])),
        come(3 * 60 + 6, 'Perfect, that solved it. Thank you, Priya!'),
        go(3 * 60, 'priya', 'So glad they lock again. Have a good season, Ingrid!', 'stay'),
      ],
    },
    {
      key: 'noor', person: who('noor'), queue: 'help-page', subject: 'Review: “Lovely tent, pegs bend”',
      turns: [
        come(2 * day, '4 stars on the product page, public: “Lovely tent, pegs bend. The tent stood every storm, the pegs did not stand the first stone.”'),
        go(2 * day - 130, 'priya', 'Hello Noor,\n\nThank you for the honest stars. I asked the product team about the pegs and will tell you what they answer.\n\nPriya', 'stay', async (ctx, id) => {
          await tag(ctx, id, ['review']);
          await makePromise(ctx, id, { id: newId(), dueAt: new Date(story.now.getTime() + 2 * dayMs), words: 'You said you would tell what the product team answers' });
        }),
      ],
    },
    ...[0, 1, 2, 3].map((n): Matter => {
      const topic = topics[[3, 7, 10, 13][n] ?? 0] ?? topics[0];
      if (!topic) throw new Error('The story has no topics.');
      const person = somebodyFor(story, topic);
      const { subject, text } = wordsFor(story, topic, person);
      return { key: `snoozed${n}`, person, queue: topic.queue, subject, turns: [come(day + 300 + n * 55, text), go(day + 270 + n * 40, 'priya', 'I have asked the depot and write again as soon as they answer.\n\nPriya', 'stay', labels(story, topic)), act(220, 'priya', (ctx, id) => tag(ctx, id, [...topic.tags, 'depot']))] };
    }),
  ];
  for (const matter of matters) planMatter(story, matter);
}

/** What else waits: queue, how many minutes ago it came, and who has it. */
const open: readonly (readonly [queue: string, minutes: number, who: string | null])[] = [
  ['orders', 72, 'rui'], ['orders', 49, null], ['orders', 41, 'lucas'], ['orders', 30, null], ['orders', 17, 'mei'], ['orders', 9, null], ['orders', 4, null],
  ['warranty', 150, 'jonas'], ['warranty', 116, 'pavel'], ['warranty', 88, 'jonas'], ['warranty', 61, null], ['warranty', 35, null], ['warranty', 15, null],
  ['returns', 140, 'sofia'], ['returns', 97, 'sofia'], ['returns', 44, null], ['returns', 21, null],
  ['guides', 50, 'hana'], ['guides', 28, null],
  ['lumo', 101, 'mei'], ['lumo', 76, null], ['lumo', 40, null], ['lumo', 25, null], ['lumo', 11, null],
];

/** The open work of the queues, the second brand's among it, and a partner's mail with pictures from far away. */
export function planOpenWork(story: DemoStory): void {
  const come = incoming(story);
  for (const [queue, minutes, assignee] of open) {
    const topic = pickFrom(story, topics.filter((one) => one.queue === queue));
    const person = somebodyFor(story, topic);
    const { subject, text } = wordsFor(story, topic, person);
    planMatter(story, { person, queue, subject, turns: [come(minutes, `${text}\n\n${person.name}`), ...(assignee ? [given(story, assignee)(minutes - 2)] : [])] });
  }
  planMatter(story, { key: 'bo', person: who('bo'), queue: 'lumo', subject: 'Bill of €412 for one month', turns: [come(19, 'The meter reading cannot be right: €412 for one month, and we heat with wood. Please look at it before the debit on Friday.')] });
  planMatter(story, { key: 'ines', person: who('ines'), queue: 'lumo', subject: 'Moving house on 1 December', turns: [come(58, 'Which date do I read the meter, the day I leave or the day the next tenant comes?'), given(story, 'mei')(50)] });
  planMatter(story, { key: 'kurier', person: who('kurier'), queue: 'orders', subject: 'Kurier24: delays in the north until Thursday', turns: [{ ...come(33, newsMail.text), html: newsMail.html }] });
}

function who(key: string): StoryPerson {
  const person = storyPeople.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody in the story is called ${key}.`);
  return person;
}

type Act3 = (minutes: number, who: string, act: Act) => Turn;

function incoming(story: DemoStory): (minutes: number, text: string) => Turn & { kind: 'in' } {
  return (minutes, text) => ({ kind: 'in', at: minutesAgo(story, minutes), text });
}

function outgoing(story: DemoStory): (minutes: number, who: string, text: string, then: 'stay' | 'close', also?: Act) => Turn {
  return (minutes, key, text, then, also) => ({ kind: 'out', at: minutesAgo(story, minutes), who: key, text, then, ...(also ? { also } : {}) });
}

function acting(story: DemoStory): Act3 {
  return (minutes, key, act) => ({ kind: 'act', at: minutesAgo(story, minutes), who: key, act });
}

/** Taken by whoever has it from then on. */
function given(story: DemoStory, key: string): (minutes: number) => Turn {
  return (minutes) => ({ kind: 'act', at: minutesAgo(story, minutes), who: key, act: (ctx, id) => assign(ctx, id, { assigneeId: story.ids.get(`teammate:${key}`) ?? null }) });
}

function about(story: DemoStory, reason: string, tags: readonly string[]): Act {
  return async (ctx, id) => {
    await setReason(ctx, id, story.ids.get(`reason:fernhill/${reason}`) ?? null);
    if (tags.length > 0) await tag(ctx, id, tags);
  };
}
