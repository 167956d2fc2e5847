import { type Conversation, type ConversationFacts, factsOf } from '#domains/conversations';
import type { ReadCtx } from '#platform/ctx';
import type { leftBecause, MacroAction } from './contract.ts';
import { closes, type Ground } from './ground-of.ts';
import { personOf, refusedBecause } from './preview-macro.ts';

export type LeftWhy = (typeof leftBecause)[number];
/** What would become of one: left as it is and why, or which acts make it different. */
export type Seen = { readonly why: LeftWhy } | { readonly changed: readonly boolean[] };

/** A conversation as it would be after the acts so far. */
interface Then {
  readonly conversation: Conversation;
  facts: ConversationFacts;
  statusId: string;
  category: string;
  queueId: string | null;
  reasonId: string | null;
  priority: number;
  isSnoozed: boolean;
  /** Whoever it would newly be given to. */
  givenTo: string | null;
}

interface How {
  readonly ground: Ground;
  readonly anyway: boolean;
}

/** Goes through a macro's acts as `runMacro` would, on what is known: the first that is refused leaves all as it is. */
export function foreseeOne(ctx: ReadCtx, conversation: Conversation, how: How): Seen {
  const { ground } = how;
  const names = ground.names.get(conversation.brand_id) ?? [];
  if (names.includes(null)) return { why: 'gone' };
  const then = asItIs(conversation);
  const changed: boolean[] = [];
  for (const action of ground.actions) {
    if (!isSame(then, action) && refusedBecause(ctx, then.facts, action) !== null) return { why: 'may-not' };
    const become = foreseeAct(ctx, then, action, how);
    if (typeof become === 'string') return { why: become };
    changed.push(become);
  }
  const kind = kindAtHand(then);
  if (then.givenTo !== null && kind !== null) ground.rooms.get(then.givenTo)?.take(kind);
  return { changed };
}

function asItIs(conversation: Conversation): Then {
  return {
    conversation,
    facts: factsOf(conversation),
    statusId: conversation.status_id,
    category: conversation.status_category,
    queueId: conversation.queue_id,
    reasonId: conversation.reason_id,
    priority: conversation.priority,
    isSnoozed: conversation.snoozed_until !== null,
    givenTo: null,
  };
}

/** Setting the status that is there asks nobody. */
function isSame(then: Then, action: MacroAction): boolean {
  return action.do === 'status' && action.statusId === then.statusId;
}

/** By which channel's bound it would count in somebody's hands; null while it does not. */
function kindAtHand({ conversation, category, isSnoozed }: Then): string | null {
  return !isSnoozed && (category === 'open' || category === 'waiting') ? conversation.last_channel : null;
}

/** Whether one act makes it different; a word where it is refused. */
function foreseeAct(ctx: ReadCtx, then: Then, action: MacroAction, how: How): boolean | LeftWhy {
  const { ground } = how;
  if (closes(action, ground.categories)) return foreseeClose(then, action, ground);
  switch (action.do) {
    case 'status':
      return foreseeStatus(then, action.statusId, ground);
    case 'assign':
      return foreseeAssign(then, personOf(ctx, action.teammateId), how);
    case 'queue':
      return foreseeQueue(then, action.queueId, ground);
    case 'tag': {
      const there = ground.tags.get(then.conversation.id);
      return action.names.some((name) => !there?.has(name.trim().toLowerCase()));
    }
    case 'reason':
      return then.reasonId !== (then.reasonId = action.reasonId);
    case 'priority':
      return then.priority !== (then.priority = action.priority);
    case 'snooze':
      return (then.isSnoozed = true);
    case 'note':
      return ground.hasGap(then.conversation, action) ? 'gap' : true;
    default:
      return true;
  }
}

function foreseeClose(then: Then, action: MacroAction, ground: Ground): boolean | LeftWhy {
  if (then.facts.closedAt !== null) return false;
  const stop = ground.inTheWay?.(then.conversation, then.reasonId) ?? null;
  if (stop !== null) return stop;
  then.facts = { ...then.facts, closedAt: new Date(0) };
  then.category = 'closed';
  // the standard one of its kind, whichever that is
  then.statusId = action.do === 'status' ? action.statusId : '';
  then.isSnoozed = false;
  return true;
}

function foreseeStatus(then: Then, statusId: string, ground: Ground): boolean {
  const isChanged = then.statusId !== statusId;
  then.statusId = statusId;
  then.category = ground.categories.get(statusId) ?? then.category;
  then.facts = { ...then.facts, closedAt: null };
  return isChanged;
}

function foreseeAssign(then: Then, teammateId: string | null, { ground, anyway }: How): boolean | LeftWhy {
  const isChanged = then.facts.assigneeId !== teammateId;
  if (teammateId !== null) {
    const reaches = ground.reach.get(teammateId) ?? null;
    if (reaches === null) return 'gone';
    if (!reaches(then.facts)) return 'out-of-reach';
    const isFull = isChanged && ground.rooms.get(teammateId)?.isFull(kindAtHand(then));
    if (isFull && !anyway) return 'full';
  }
  then.facts = { ...then.facts, assigneeId: teammateId };
  then.givenTo = isChanged ? teammateId : then.givenTo;
  return isChanged;
}

function foreseeQueue(then: Then, queueId: string, ground: Ground): boolean {
  const isChanged = then.queueId !== queueId;
  then.queueId = queueId;
  then.facts = { ...then.facts, teamId: ground.teams.get(queueId) ?? then.facts.teamId };
  return isChanged;
}
