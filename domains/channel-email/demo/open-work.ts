import { storyPerson } from '#domains/customers';
import type { DemoStory } from '#platform/domain';
import { somebodyFor, wordsFor } from './history.ts';
import { planMatter } from './matter.ts';
import { newsMail } from './news-mail.ts';
import { topics } from './topics.ts';
import { turnsOf } from './turns.ts';

/** What waits in the queues beside Priya's work: how many minutes ago it came, and who has it. */
const open: Readonly<Record<string, readonly (readonly [minutes: number, who: string | null])[]>> = {
  orders: [
    [72, 'rui'],
    [49, null],
    [41, 'lucas'],
    [30, null],
    [17, 'mei'],
    [9, null],
    [4, null],
  ],
  warranty: [
    [150, 'jonas'],
    [116, 'pavel'],
    [88, 'jonas'],
    [61, null],
    [35, null],
    [15, null],
  ],
  returns: [
    [140, 'sofia'],
    [97, 'sofia'],
    [44, null],
    [21, null],
  ],
  guides: [
    [50, 'hana'],
    [28, null],
  ],
  lumo: [
    [101, 'mei'],
    [76, null],
    [40, null],
    [25, null],
    [11, null],
  ],
};

/** The open work of the queues, the second brand's among it, and a partner's mail with pictures from far away. */
export function planOpenWork(story: DemoStory): void {
  for (const [queue, matters] of Object.entries(open)) {
    for (const [position, [minutes, who]] of matters.entries()) planWaiting(story, queue, position, minutes, who);
  }
  planNamed(story);
}

function planWaiting(story: DemoStory, queue: string, position: number, minutes: number, who: string | null): void {
  const { come, taken } = turnsOf(story);
  const fitting = topics.filter((one) => one.queue === queue);
  // one after the other, so that neighbours in a list do not ask the same
  const topic = fitting[position % fitting.length];
  if (!topic) throw new Error(`Nobody writes to ${queue}.`);
  const person = somebodyFor(story, topic);
  const { subject, text } = wordsFor(story, topic, person);
  const turns = [come(minutes, `${text}\n\n${person.name}`), ...(who ? [taken(minutes - 2, who)] : [])];
  planMatter(story, { person, queue, subject, turns });
}

function planNamed(story: DemoStory): void {
  const { come, taken } = turnsOf(story);
  const bill =
    'The meter reading cannot be right: €412 for one month, and we heat with wood. Please look at it before the debit on Friday.';
  planMatter(story, {
    key: 'bo',
    person: storyPerson('bo'),
    queue: 'lumo',
    subject: 'Bill of €412 for one month',
    turns: [come(19, bill)],
  });
  const moving = 'Which date do I read the meter, the day I leave or the day the next tenant comes?';
  planMatter(story, {
    key: 'ines',
    person: storyPerson('ines'),
    queue: 'lumo',
    subject: 'Moving house next month',
    turns: [come(58, moving), taken(50, 'mei')],
  });
  planMatter(story, {
    key: 'kurier',
    person: storyPerson('kurier'),
    queue: 'orders',
    subject: 'Kurier24: delays in the north until Thursday',
    turns: [{ ...come(33, newsMail.text), html: newsMail.html }],
  });
}
