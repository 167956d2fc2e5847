import type { Actor } from '#platform/policy';
import { problem } from '#platform/problem';
import { undoHours } from './contract.ts';

/** What the policy looks at. */
export interface BatchFacts {
  readonly madeBy: string;
  readonly state: string;
  readonly madeAt: Date;
}

/** Who may do what with a batch. What it does to a conversation is asked of that conversation, each time. */
export const can = {
  /** One's own alone: what somebody changed stands in the history of each conversation for those who see it. */
  read: (actor: Actor, batch: BatchFacts): boolean => actor.kind === 'teammate' && actor.id === batch.madeBy,
  cancel: (actor: Actor, batch: BatchFacts): boolean => can.read(actor, batch) && batch.state === 'running',
  undo: (actor: Actor, batch: BatchFacts, now: Date): boolean =>
    can.read(actor, batch) &&
    (batch.state === 'done' || batch.state === 'cancelled') &&
    now.getTime() - batch.madeAt.getTime() < undoHours * 3_600_000,
};

export const mayNotUndo = problem(
  'bulk/may-not-undo',
  409,
  'This can no longer be undone at once',
  `It can be within ${undoHours} hours, once it has ended. Change the conversations by hand.`,
);
export const onlyPeople = problem('bulk/only-people', 403, 'Only teammates change many at once', 'Sign in as one.');
export const nothingChosen = problem(
  'bulk/nothing-chosen',
  422,
  'Nothing is chosen',
  'Choose some conversations first.',
);
export const tooManyAtWork = problem(
  'bulk/too-many-at-work',
  409,
  'Some of your changes are still at work',
  'Wait until one has ended, or cancel it.',
);
