import { sql } from 'kysely';
import { openConversationOf, participantsOf } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { writeLater } from '#platform/database';
import { threadingEvidence, threadingQuestions, type Known, type KnownConversation } from '#science/mail';
import { findIds, hashId, type KnownId, numberWord } from './mail-ids.ts';
import type { MailLine } from './mail-line.ts';
import type { PreparedMail } from './prepare-mail.ts';

/** Where a mail belongs and why. */
export interface Place {
  /** Null opens a new conversation. */
  readonly conversationId: string | null;
  readonly rule: string;
  /** 0 to 100. */
  readonly score: number;
  readonly idsSeen: readonly string[];
  /** Every way that was weighed, in words. */
  readonly signs: readonly { sign: string; seen: string }[];
  /** The entry of ours that a delivery report is about. */
  readonly aboutEntryId: string | null;
  /** Every conversation that a sign led to, taken or not. */
  readonly places: readonly string[];
}

type Takings = Awaited<ReturnType<typeof participantsOf>>;

/**
 * Where a mail belongs: what is known of the ids it names, guarded by who takes part. A conversation of another brand is
 * never a candidate. Mails of one thread wait for each other here, so that two at once never open two cases.
 */
export async function findPlace(ctx: Ctx, line: MailLine, prepared: PreparedMail): Promise<Place> {
  const { mail, plusSecret, forwardMarker, classified } = prepared;
  await waitTurn(
    ctx,
    `thread ${line.id} ${mail.references[0] ?? mail.inReplyTo[0] ?? mail.messageId ?? prepared.sha256}`,
  );
  const bounceOf = classified.bounce?.originalMessageId ?? null;
  const questions = threadingQuestions(mail, plusSecret, bounceOf);
  // its own id too: an answer that came before it has named it already
  const asked = [
    ...questions.messageIds,
    ...(mail.messageId ? [mail.messageId] : []),
    ...questions.numbers.map(numberWord),
  ];
  const found = await findIds(ctx, asked);
  const takings = await participantsOf(ctx, [...new Set(found.map((one) => one.conversationId))]);
  const lookUp = lookUpIn(found, takings, line.brandId, mail.from?.address.toLowerCase() ?? '');
  const known: Known = {
    byMessageId: new Map(questions.messageIds.flatMap((id) => entryFor(id, lookUp(id)))),
    byNumber: new Map(questions.numbers.flatMap((number) => entryFor(number, lookUp(numberWord(number))))),
    forwardMarker,
    bounceOf,
  };
  const decision = threadingEvidence(mail, known, plusSecret);
  const signs = decision.signs.map((one) => ({ sign: `${one.rule}: ${one.why}`, seen: one.seen }));
  const about =
    bounceOf === null ? undefined : found.find((one) => one.hash === hashOf(bounceOf) && one.origin === 'minted');
  const place = {
    conversationId: decision.conversationId,
    rule: decision.rule as string,
    score: Math.round(decision.score * 100),
    idsSeen: decision.ids,
    signs,
    aboutEntryId: about?.entryId ?? null,
    places: [...new Set(decision.signs.flatMap((one) => one.conversationId ?? []))],
  };
  const overtaken = decision.rule === 'nothing-known' ? namedBefore(mail.messageId, found) : null;
  const named = overtaken === null ? undefined : lookUp(overtaken);
  const sender = mail.from?.address.toLowerCase() ?? '';
  if (!named?.participants.includes(sender)) return place;
  return {
    ...place,
    conversationId: named.id,
    rule: 'named-before',
    score: 80,
    signs: [...signs, { sign: 'named-before: an answer to it came first', seen: mail.messageId ?? '' }],
  };
}

/** A mail whose sender is not proven joins nothing, whatever it names: it opens apart. */
export function placeApart(place: Place, says: string): Place {
  const signs = [...place.signs, { sign: 'sender-unproven', seen: says }];
  return { ...place, conversationId: null, rule: 'sender-unproven', score: 0, signs };
}

/** A mail's own id where only answers to it have come; one received already (on another line) is no ancestor. */
function namedBefore(messageId: string | null, found: readonly KnownId[]): string | null {
  if (messageId === null) return null;
  const known = found.filter((one) => one.hash === hashOf(messageId));
  return known.length > 0 && known.every((one) => one.origin === 'referenced') ? messageId : null;
}

/** When no evidence placed it: the line may keep one conversation a customer, or one while it is open. */
export async function placeByPolicy(ctx: Ctx, line: MailLine, place: Place, customerId: string): Promise<Place> {
  const isApart = place.rule === 'forward' || place.rule === 'sender-unproven' || place.rule === 'by-hand';
  if (place.conversationId !== null || line.casePolicy === 'thread' || isApart) return place;
  await waitTurn(ctx, `customer ${customerId}`);
  const open = await openConversationOf(ctx, {
    customerId,
    brandId: line.brandId,
    ...(line.casePolicy === 'customer' && line.caseWindowHours !== null ? { withinHours: line.caseWindowHours } : {}),
  });
  if (!open) return place;
  const why =
    line.casePolicy === 'customer' ? 'the line keeps one conversation a customer' : 'the line joins what is open';
  return {
    ...place,
    conversationId: open.conversationId,
    rule: line.casePolicy,
    score: 60,
    signs: [...place.signs, { sign: why, seen: '' }],
  };
}

/** Until the end of the transaction; names that clash by chance only wait a little longer. */
async function waitTurn(ctx: Ctx, name: string): Promise<void> {
  await writeLater(ctx.db, sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.workspaceId} ${name}`}, 0))`);
}

function lookUpIn(found: readonly KnownId[], takings: Takings, brandId: string, sender: string) {
  return (id: string): KnownConversation | undefined => {
    const hash = hashOf(id);
    const conversations = found
      .filter((one) => one.hash === hash)
      .flatMap((one) => conversationOf(takings, one.conversationId, brandId));
    // one id may be named in two conversations (a stranger quoted it): the sender's own comes first
    return conversations.find((one) => one.participants.includes(sender)) ?? conversations[0];
  };
}

function conversationOf(takings: Takings, id: string, brandId: string): KnownConversation[] {
  const taking = takings.get(id);
  if (!taking || taking.brandId !== brandId) return [];
  const addresses = [...taking.addresses];
  return [{ id: taking.survivorId, number: taking.number, participants: addresses, senders: addresses }];
}

function entryFor<Key>(key: Key, conversation: KnownConversation | undefined): [Key, KnownConversation][] {
  return conversation ? [[key, conversation]] : [];
}

function hashOf(id: string): string {
  return hashId(id).toString('hex');
}
