import { makePromise, tag } from '#domains/conversations';
import { newId } from '#platform/database';
import { storyPerson } from '#domains/customers';
import type { DemoStory } from '#platform/domain';
import { labels, somebodyFor, wordsFor } from './history.ts';
import { type Matter, planMatter, type Turn } from './matter.ts';
import { tentPicture } from './picture.ts';
import { topics } from './topics.ts';
import { type Turns, turnsOf } from './turns.ts';

const day = 24 * 60;
const dayMs = day * 60_000;

/** The matters that Priya finds under "My work", and four she has put away; calls and notes are told elsewhere. */
export function planPriyasWork(story: DemoStory): void {
  const turns = turnsOf(story);
  const matters = [
    maya(turns),
    dieter(turns),
    alba(turns),
    oskar(turns),
    chiara(turns),
    femi(turns),
    ingrid(turns),
    noor(story, turns),
  ];
  for (const matter of [...matters, ...putAway(story, turns)]) planMatter(story, matter);
}

function of(key: string, queue: string, subject: string, turns: readonly Turn[]): Matter {
  return { key, person: storyPerson(key), queue, subject, turns };
}

function photo(name: string, zoom: 1 | 2) {
  return { name, type: 'image/png', bytes: tentPicture(zoom) };
}

function maya({ come, go, labelled, weekday }: Turns): Matter {
  const leaving = weekday(2);
  const photos = [photo('IMG_2291.jpg', 1), photo('IMG_2292.jpg', 2)];
  const broke = `The tent pole snapped at the second joint on our first night out. We leave for Kungsleden on ${leaving}. Can you get a new set to Göteborg by then?`;
  const quoted =
    'Hi Maya,\n\n“A snapped pole is covered for five years. By standard post, 3 to 5 days.” Does this answer it?';
  return of('maya', 'warranty', `Tent pole snapped, leaving ${leaving}`, [
    { ...come(13 * 60 + 28, broke), files: photos },
    go(26, 'priya', quoted, labelled('Tent poles', [])),
    come(21, `No, we leave on ${leaving}. Can I talk to someone?`),
    go(20, 'priya', 'Of course. I am Priya. Call us on +351 21 555 01 00 and I pick up myself.'),
    come(11.3, 'Thank you for the call. Nordstan is on my way, I can collect the poles there any day until we leave.'),
  ]);
}

function dieter({ come, taken }: Turns): Matter {
  return of('dieter', 'orders', 'Wrong size delivered', [
    come(56.6, 'I ordered the Storm jacket in large, order FH-20911, and a medium came. We travel at the weekend.'),
    taken(48, 'priya'),
    come(0.4, 'Is the large in stock in Hamburg?'),
  ]);
}

function alba({ come, taken }: Turns): Matter {
  const asks =
    'We would like the same terms as last year for twelve Ridgeline 2, delivered to Bilbao by 1 March.\n\nMarta Hallberg\nAlba Trekking SL';
  return of('alba', 'guides', '12 tents for spring season', [come(13.4, asks), taken(12, 'priya')]);
}

function oskar({ come, go, labelled }: Turns): Matter {
  const answer =
    'Hi Oskar,\n\nThe refund left us on Thursday. Some banks take five working days; the reference is FH-20877.\n\nPriya';
  return of('oskar', 'returns', 'Refund not on my card yet', [
    come(day + 190, 'I sent the pack back two weeks ago and the refund is not on my card yet.'),
    go(day + 120, 'priya', answer, labelled('Refund', ['refund'])),
    come(
      31,
      'Thanks for the quick reply. The bank says they need the reference of the transfer, not of the order. Do you have it?',
    ),
  ]);
}

function chiara({ come, taken }: Turns): Matter {
  const opened =
    'The seam under the left arm opened after one week. I have it from your shop in Lisbon. What can we do?';
  return of('chiara', 'warranty', 'Jacket seam opened after a week', [
    { ...come(52, opened), files: [photo('seam.jpg', 2)] },
    taken(47, 'priya'),
  ]);
}

function femi({ come, taken }: Turns): Matter {
  const asks = 'Read “Flying with gas”, asked for a person: does the rule count for an empty canister, too?';
  return of('femi', 'help-page', 'Gas canister by air?', [come(59, asks), taken(55, 'priya')]);
}

function ingrid({ come, go, labelled }: Turns): Matter {
  const answer =
    'Hi Ingrid,\n\nIt is. Most of the time the lock only needs cleaning: turn it out, wipe the cone, turn it in again. Tell me whether it holds.\n\nPriya';
  return of('ingrid', 'warranty', 'Warranty on trekking poles', [
    come(4 * day, 'One of my poles does not lock any more. Is that under warranty?'),
    go(4 * day - 26, 'priya', answer, labelled('Seams and zips', ['poles'])),
    come(3 * 60 + 6, 'Perfect, that solved it. Thank you, Priya!'),
    go(3 * 60, 'priya', 'So glad they lock again. Have a good season, Ingrid!'),
  ]);
}

function noor(story: DemoStory, { come, go }: Turns): Matter {
  const review =
    '4 stars on the product page, public: “Lovely tent, pegs bend. The tent stood every storm, the pegs did not stand the first stone.”';
  const answer =
    'Hello Noor,\n\nThank you for the honest stars. I asked the product team about the pegs and will tell you what they answer.\n\nPriya';
  const words = 'You said you would tell what the product team answers';
  return of('noor', 'help-page', 'Review: “Lovely tent, pegs bend”', [
    come(2 * day, review),
    go(2 * day - 130, 'priya', answer, async (ctx, id) => {
      await tag(ctx, id, ['review']);
      await makePromise(ctx, id, { id: newId(), dueAt: new Date(story.now.getTime() + 2 * dayMs), words });
    }),
  ]);
}

/** What waits for the depot until a later hour. */
const putAwayTopics = [3, 7, 10, 13];

function putAway(story: DemoStory, { come, go }: Turns): Matter[] {
  return putAwayTopics.map((position, n) => {
    const topic = topics[position];
    if (!topic) throw new Error('The story has too few topics.');
    const person = somebodyFor(story, topic);
    const { subject, text } = wordsFor(story, topic, person);
    const answer = 'I have asked the depot and write again as soon as they answer.\n\nPriya';
    const turns = [come(day + 300 + n * 55, text), go(day + 270 + n * 40, 'priya', answer, labels(story, topic))];
    return { key: `snoozed${n}`, person, queue: topic.queue, subject, turns };
  });
}
