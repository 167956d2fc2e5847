import { problem } from '#platform/problem';
import type { Sample } from './queries.ts';

export const isOneItself = problem(
  'sample/is-one-itself',
  409,
  'This is the sample shop',
  'Go back to your own workspace to load or remove it.',
);
export const isElsewhere = problem(
  'sample/is-elsewhere',
  409,
  'This server has the sample shop already',
  'There is room for one. Where it is for somebody else, it can be loaded here when they have removed it.',
);
export const isNotThere = problem('sample/is-not-there', 409, 'There is no sample shop', 'Load it first.');
const isThere = problem('sample/is-there', 409, 'The sample shop is there already', 'Go there, or remove it first.');
const isBeingFilled = problem(
  'sample/is-being-filled',
  409,
  'The sample shop is being filled',
  'That takes about a minute. Then you can look around in it or remove it.',
);
const isBeingRemoved = problem(
  'sample/is-being-removed',
  409,
  'The sample shop is being removed',
  'When it is gone you can load it again.',
);

/** Why something cannot be done with a shop in this state. */
export function refusedIn(state: Sample['state']): Error {
  if (state === 'failed') return isNotThere();
  return { loading: isBeingFilled, ready: isThere, removing: isBeingRemoved }[state]();
}
