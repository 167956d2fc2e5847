import type { Actor } from '#platform/policy';
import { holds, scopeOf, servesBrand } from '#platform/policy';
import { problem } from '#platform/problem';
import { callCan, type CallState } from './contract.ts';

/** What the policy looks at. */
export interface CallFacts {
  readonly brandId: string;
  /** Whose queue it rings in; null: everybody of the brand. */
  readonly teamId: string | null;
  readonly state: CallState;
  readonly simulated: boolean;
  readonly answeredBy: string | null;
  /** For whom it rings at this moment. */
  readonly offeredTo: string | null;
  /** For whom it rang, now or before: they may see who was faster. */
  readonly rangFor: ReadonlySet<string>;
}

/** Who may do what with a call. */
export const can = {
  /** Nothing crosses brands; then your own and those that rang for you, what rings in your teams, and by a wider scope
   * than `own` also what others of them speak. */
  read: (actor: Actor, call: CallFacts): boolean =>
    servesBrand(actor, call.brandId) &&
    (isMine(actor, call) ||
      rangFor(actor, call) ||
      (reaches(actor, call) && (call.state === 'ringing' || scopeOf(actor, 'calls.take') !== 'own'))),
  /** Whoever is first of those it reaches, for whomever it rings: the customer waits. */
  answer: (actor: Actor, call: CallFacts): boolean => call.state === 'ringing' && mayTake(actor, call),
  decline: (actor: Actor, call: CallFacts): boolean =>
    call.state === 'ringing' && call.offeredTo !== null && call.offeredTo === actor.id,
  hold: (actor: Actor, call: CallFacts): boolean => isMine(actor, call) && call.state === 'talking',
  resume: (actor: Actor, call: CallFacts): boolean => isMine(actor, call) && call.state === 'held',
  end: (actor: Actor, call: CallFacts): boolean =>
    isMine(actor, call) && (call.state === 'talking' || call.state === 'held'),
  wrapUp: (actor: Actor, call: CallFacts): boolean => isMine(actor, call) && call.state === 'wrap-up',
  /** Only a simulated caller can be made to hang up from here. */
  hangUp: (actor: Actor, call: CallFacts): boolean =>
    call.simulated && holds(actor, 'calls.simulate') && servesBrand(actor, call.brandId) && isLive(call),
};

/** Whether a call could be given to somebody: they serve its brand and it reaches them. */
export function mayTake(actor: Actor, call: Pick<CallFacts, 'brandId' | 'teamId'>): boolean {
  return servesBrand(actor, call.brandId) && reaches(actor, call);
}

/** Takes calls, and is of its team; where no team has the line, everybody who takes calls is meant. */
export function reaches(actor: Actor, call: Pick<CallFacts, 'teamId'>): boolean {
  const scope = scopeOf(actor, 'calls.take');
  if (scope === null) return false;
  return scope === 'all' || scope === 'brand' || call.teamId === null || actor.teamIds.has(call.teamId);
}

/** Refused acts on a call that is seen. */
export const answeredByAnother = problem(
  'calls/answered-by-another',
  409,
  'Somebody else answered this call',
  'Nothing to do: the customer is with them.',
);
export const callIsOver = problem('calls/over', 409, 'This call is over', 'Call back, or write in the conversation.');
export const alreadyInACall = problem(
  'calls/already-in-a-call',
  409,
  'You are in a call already',
  'End that call before you answer another.',
);
export const mayNotTake = problem(
  'calls/may-not-take',
  403,
  'You may not do this with this call',
  'Ask its team leader.',
);
export const notYours = problem('calls/not-yours', 403, 'This call is somebody else’s', 'Ask them, or their leader.');
export const stillSpoken = problem('calls/still-spoken', 409, 'The call is not over yet', 'End it, then wrap up.');
export const notSpoken = problem('calls/not-spoken', 409, 'This call is not being spoken', 'Answer it first.');

/** What this actor may do, for the view. */
export function canList(actor: Actor, call: CallFacts): (typeof callCan)[number][] {
  const allowed: Record<(typeof callCan)[number], boolean> = {
    answer: can.answer(actor, call),
    decline: can.decline(actor, call),
    hold: can.hold(actor, call),
    resume: can.resume(actor, call),
    end: can.end(actor, call),
    'wrap-up': can.wrapUp(actor, call),
    'hang-up-as-caller': can.hangUp(actor, call),
  };
  return callCan.filter((act) => allowed[act]);
}

function isMine(actor: Actor, call: CallFacts): boolean {
  return actor.id !== null && call.answeredBy === actor.id;
}

function rangFor(actor: Actor, call: Pick<CallFacts, 'rangFor'>): boolean {
  return actor.id !== null && call.rangFor.has(actor.id);
}

function isLive(call: CallFacts): boolean {
  return call.state === 'ringing' || call.state === 'talking' || call.state === 'held';
}
