import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { DB } from '#platform/database';
import { type Actor, holds, scopeOf } from '#platform/policy';
import { problem } from '#platform/problem';
import { conversationCan } from './contract.ts';
import { isGuest, reaches, whyRead } from './why-read.ts';

/** What the policy looks at. `granted` says that this actor was let in to a confidential one. */
export interface ConversationFacts {
  readonly brandId: string;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly confidentialAt: Date | null;
  readonly closedAt: Date | null;
  readonly mergedAt: Date | null;
  /** Ids of the teammates and teams let in. */
  readonly grantedTo: ReadonlySet<string>;
  /** Ids of the guests it is shared with. */
  readonly sharedWith: ReadonlySet<string>;
}

/** Who may do what with a conversation, each rule as a sentence. */
export const can = {
  /**
   * Nothing crosses brands; then as far as the scope reaches; a confidential one only for those let in. A guest reads what
   * is shared with them and nothing else.
   */
  read: (actor: Actor, c: ConversationFacts): boolean => whyRead(actor, c).allowed,
  reply: (actor: Actor, c: ConversationFacts): boolean =>
    can.read(actor, c) && reaches(actor, 'conversations.reply', c) && !c.mergedAt,
  note: (actor: Actor, c: ConversationFacts): boolean =>
    can.read(actor, c) && reaches(actor, 'conversations.note', c) && !c.mergedAt,
  /** A guest works on nothing, and says what they know. */
  writeNote: (actor: Actor, c: ConversationFacts): boolean =>
    can.note(actor, c) || (isGuest(actor) && can.read(actor, c) && !c.mergedAt),
  /** Who reads by their own role can be given it; a guest cannot. */
  work: (actor: Actor, c: ConversationFacts): boolean => can.read(actor, c) && !isGuest(actor),
  /** Whoever may hand it on may share it with a guest; what is confidential is shared with nobody. */
  share: (actor: Actor, c: ConversationFacts): boolean => can.assign(actor, c) && c.confidentialAt === null,
  assign: (actor: Actor, c: ConversationFacts): boolean =>
    can.read(actor, c) && reaches(actor, 'conversations.assign', c) && !c.mergedAt,
  close: (actor: Actor, c: ConversationFacts): boolean =>
    can.read(actor, c) && reaches(actor, 'conversations.close', c) && !c.closedAt && !c.mergedAt,
  reopen: (actor: Actor, c: ConversationFacts): boolean =>
    can.read(actor, c) && reaches(actor, 'conversations.close', c) && c.closedAt !== null && !c.mergedAt,
};

/** Refused acts on a conversation that is seen. */
export const mayNotReply = problem(
  'conversations/may-not-reply',
  403,
  'You may not reply to this conversation',
  'Write a note instead, or ask its team.',
);
export const mayNotNote = problem(
  'conversations/may-not-note',
  403,
  'You may not write in this conversation',
  'Ask its team.',
);
export const mayNotAssign = problem(
  'conversations/may-not-assign',
  403,
  'You may not hand on this conversation',
  'Ask its team leader.',
);
export const mayNotClose = problem(
  'conversations/may-not-close',
  403,
  'You may not close this conversation',
  'It may be closed already; else ask its team.',
);

/** What this actor may do, for the view. */
export function canList(actor: Actor, c: ConversationFacts): (typeof conversationCan)[number][] {
  const allowed: Record<(typeof conversationCan)[number], boolean> = {
    reply: can.reply(actor, c),
    note: can.writeNote(actor, c),
    assign: can.assign(actor, c),
    close: can.close(actor, c),
    reopen: can.reopen(actor, c),
    tag: can.note(actor, c),
    prioritise: can.assign(actor, c),
    snooze: can.note(actor, c),
    'set-reason': can.note(actor, c),
    'make-confidential': can.assign(actor, c),
    share: can.share(actor, c),
  };
  return conversationCan.filter((act) => allowed[act]);
}

type Conversations = ExpressionBuilder<DB, 'conversations'>;

/** The SQL twin of `can.read`: a property test holds the two together. */
export function visible(actor: Actor) {
  return (eb: Conversations): ExpressionWrapper<DB, 'conversations', SqlBool> => {
    const conditions = [knowable(actor)(eb)];
    const scope = scopeOf(actor, 'conversations.read');
    if (scope === 'own') conditions.push(eb.and([mine(eb, actor)]));
    if (scope === 'team')
      conditions.push(eb.or([mine(eb, actor), eb('team_id', '=', sql<string>`any(${[...actor.teamIds]}::uuid[])`)]));
    return eb.and(conditions);
  };
}

/**
 * `visible` without how far the scope reaches: for lists that say "of this team" or "mine" themselves. Saying it twice
 * made PostgreSQL read a whole team's work for one page (7 ms instead of 0.3).
 */
export function knowable(actor: Actor) {
  return (eb: Conversations): ExpressionWrapper<DB, 'conversations', SqlBool> => {
    if (isGuest(actor) || actor.kind === 'system' || actor.kind === 'rule') return reachable(actor)(eb);
    const letIn = eb.or([
      eb('confidential_at', 'is', null),
      mine(eb, actor),
      named(eb, 'conversation_grants', actor.id ?? nobody),
      grantedAsTeam(eb, actor),
    ]);
    return eb.and([reachable(actor)(eb), letIn]);
  };
}

/**
 * `knowable` of what is not confidential, for counts that leave the confidential ones out. The question who was let in
 * is not asked at all: beside "not confidential" it changes nothing, and PostgreSQL, which takes it for dear, read the
 * whole of another index to be spared it (12,700 pages instead of 730 for one count).
 */
export function knowablePlain(actor: Actor) {
  return (eb: Conversations): ExpressionWrapper<DB, 'conversations', SqlBool> =>
    eb.and([eb('confidential_at', 'is', null), reachable(actor)(eb)]);
}

/**
 * What the actor has in hand and may know: who has a conversation is let in to it, so nothing is asked of it but its
 * brand. It says "mine" itself, so that it never shows more.
 */
export function inHand(actor: Actor) {
  return (eb: Conversations): ExpressionWrapper<DB, 'conversations', SqlBool> =>
    eb.and([reachable(actor)(eb), mine(eb, actor)]);
}

/** `inHand` without the confidential ones. */
export function inHandPlain(actor: Actor) {
  return (eb: Conversations): ExpressionWrapper<DB, 'conversations', SqlBool> =>
    eb.and([knowablePlain(actor)(eb), mine(eb, actor)]);
}

function mine(eb: Conversations, actor: Actor) {
  return eb('assignee_id', '=', actor.id ?? nobody);
}

/** What all of these have in common: whether the actor reads at all, and which brands; of a guest, what was shared. */
function reachable(actor: Actor) {
  return (eb: Conversations): ExpressionWrapper<DB, 'conversations', SqlBool> => {
    const conditions: ReturnType<Conversations['and']>[] = [];
    if (isGuest(actor))
      conditions.push(
        eb.and([eb('confidential_at', 'is', null), named(eb, 'conversation_shares', actor.id ?? nobody)]),
      );
    else if (!holds(actor, 'conversations.read')) return eb.and([eb.val(false)]);
    if (actor.brandIds !== 'all')
      conditions.push(eb.and([eb('brand_id', '=', sql<string>`any(${[...actor.brandIds]}::uuid[])`)]));
    return eb.and(conditions);
  };
}

/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Named in person: let in to a confidential one, or its guest. */
function named(eb: Conversations, table: 'conversation_grants' | 'conversation_shares', teammateId: string) {
  return eb.exists(
    eb
      .selectFrom(table)
      .select(`${table}.teammate_id`)
      .whereRef(`${table}.workspace_id`, '=', 'conversations.workspace_id')
      .whereRef(`${table}.conversation_id`, '=', 'conversations.id')
      .where(`${table}.teammate_id`, '=', teammateId),
  );
}

function grantedAsTeam(eb: Conversations, actor: Actor) {
  return eb.exists(
    eb
      .selectFrom('conversation_team_grants')
      .select('conversation_team_grants.team_id')
      .whereRef('conversation_team_grants.workspace_id', '=', 'conversations.workspace_id')
      .whereRef('conversation_team_grants.conversation_id', '=', 'conversations.id')
      .where('conversation_team_grants.team_id', '=', sql<string>`any(${[...actor.teamIds]}::uuid[])`),
  );
}
