import { forwardSigns, subjectTags } from './forward.ts';
import { readPlusToken } from './ids.ts';
import type { Mail } from './mail.ts';

/** One conversation that some evidence leads to, as looked up by the caller. */
export type KnownConversation = {
  id: string;
  /** The number in plus tokens and subject tags. */
  number: number;
  /** Lower-case addresses of everyone on it: customer, colleagues in copy, teammates. */
  participants: readonly string[];
  /** Lower-case addresses that wrote to it as customers: only they may come back by a subject tag. */
  senders: readonly string[];
};

/** The answers to `threadingQuestions`. */
export type Known = {
  /** Conversation by message id: the ids we sent, the ids we received, and every ancestor a received mail named. */
  byMessageId: ReadonlyMap<string, KnownConversation>;
  byNumber: ReadonlyMap<number, KnownConversation>;
  /** A forward marker the body shows with little or no text of its own before it (see `visibleReply`), else null. */
  forwardMarker?: string | null;
  /** The original's id when the mail is a delivery report (see `classify`). */
  bounceOf?: string | null;
};

/** What to look up before asking: one query by ids, one by numbers. */
export type ThreadingQuestions = { messageIds: string[]; numbers: number[] };

/** Which rule decided; kept with the entry for "Why is this message here?". */
export type ThreadingRule =
  | 'delivery-report'
  | 'plus-token'
  | 'in-reply-to'
  | 'references'
  | 'subject-tag'
  | 'forward'
  | 'not-a-participant'
  | 'nothing-known';

/** A way the evidence pointed, taken or not, with the reason in words. */
export type ThreadingSign = {
  rule: ThreadingRule;
  seen: string;
  conversationId: string | null;
  score: number;
  isTaken: boolean;
  why: string;
};

/** Join this conversation, or open a new one; with everything that was weighed. */
export type ThreadingDecision = {
  conversationId: string | null;
  rule: ThreadingRule;
  score: number;
  /** Every id the mail named, its own last: store them all, so that an unseen ancestor still joins later answers. */
  ids: string[];
  signs: ThreadingSign[];
};

const SCORES = {
  'delivery-report': 1,
  'plus-token': 0.95,
  'in-reply-to': 0.9,
  references: 0.8,
  'subject-tag': 0.5,
} as const;
type Source = keyof typeof SCORES;

/** Ask this of the database first; the decision itself is pure. */
export function threadingQuestions(mail: Mail, secret: string, bounceOf: string | null = null): ThreadingQuestions {
  const messageIds = [...new Set([...(bounceOf === null ? [] : [bounceOf]), ...mail.inReplyTo, ...mail.references])];
  return { messageIds, numbers: [...new Set([...tokenNumbers(mail, secret), ...subjectTags(mail.subject)])] };
}

/**
 * Where a mail belongs. Strongest evidence first; a way is taken only when the sender is on that conversation, so a
 * newsletter's reader never lands in another reader's case; a forward opens its own case in any language.
 */
export function threadingEvidence(mail: Mail, known: Known, secret: string): ThreadingDecision {
  const ids = allIds(mail, known.bounceOf ?? null);
  const candidates = findCandidates(mail, known, secret);
  const signs: ThreadingSign[] = [];
  const passes = forwardSigns(mail, known.forwardMarker ?? null);
  for (const { source, seen, conversation } of candidates) {
    const why = refusal(mail, source, conversation, passes);
    signs.push({
      rule: source,
      seen,
      conversationId: conversation.id,
      score: SCORES[source],
      isTaken: why === null,
      why: why ?? 'the strongest evidence',
    });
    if (why === null) return { conversationId: conversation.id, rule: source, score: SCORES[source], ids, signs };
  }
  return { conversationId: null, rule: openingRule(candidates, signs, passes), score: 0, ids, signs };
}

type Candidate = { source: Source; seen: string; conversation: KnownConversation };

function findCandidates(mail: Mail, known: Known, secret: string): Candidate[] {
  const byId = (source: Source, ids: readonly string[]) =>
    ids.flatMap((id) => candidate(source, id, known.byMessageId.get(id)));
  const byNumber = (source: Source, numbers: readonly number[]) =>
    numbers.flatMap((n) => candidate(source, `#${n}`, known.byNumber.get(n)));
  return [
    ...byId('delivery-report', known.bounceOf ? [known.bounceOf] : []),
    ...byNumber('plus-token', tokenNumbers(mail, secret)),
    ...byId('in-reply-to', mail.inReplyTo),
    // The last reference is the nearest ancestor.
    ...byId('references', mail.references.toReversed()),
    ...byNumber('subject-tag', subjectTags(mail.subject)),
  ];
}

function candidate(source: Source, seen: string, conversation: KnownConversation | undefined): Candidate[] {
  return conversation ? [{ source, seen, conversation }] : [];
}

/** Why this way may not be taken, or null. */
function refusal(mail: Mail, source: Source, conversation: KnownConversation, passes: string[]): string | null {
  // A delivery report comes from a server, not from a participant: the id of our own mail is its proof.
  if (source === 'delivery-report') return null;
  const sender = mail.from?.address.toLowerCase() ?? '';
  const [forward] = passes;
  if (forward !== undefined) return forward;
  if (source === 'subject-tag')
    return conversation.senders.includes(sender) ? null : 'a tag in a subject counts only from the same sender';
  return conversation.participants.includes(sender) ? null : 'the sender is not on that conversation';
}

function openingRule(candidates: Candidate[], signs: ThreadingSign[], passes: string[]): ThreadingRule {
  // also where nothing it names is known: no policy of the line joins it to what is open
  if (passes.length > 0) return 'forward';
  if (candidates.length === 0) return 'nothing-known';
  return signs.length > 0 ? 'not-a-participant' : 'nothing-known';
}

function tokenNumbers(mail: Mail, secret: string): number[] {
  const numbers = mail.recipients.flatMap((address) => readPlusToken(address, secret) ?? []);
  return [...new Set(numbers)];
}

function allIds(mail: Mail, bounceOf: string | null): string[] {
  const own = mail.messageId === null ? [] : [mail.messageId];
  return [...new Set([...mail.references, ...mail.inReplyTo, ...(bounceOf === null ? [] : [bounceOf]), ...own])];
}
