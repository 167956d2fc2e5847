import type { Ctx, ReadCtx } from '#platform/ctx';
import { sql } from 'kysely';
import { builtOnce, insertLater } from '#platform/database';
import { keep } from '#platform/storage';
import type { SenderCheck } from './check-sender.ts';
import type { Fate } from './contract.ts';

/** A door, and the host's own name for a mail behind it. */
export interface DoorKey {
  readonly door: 'imap' | 'smtp' | 'lmtp' | 'import';
  readonly key: string;
}

/** What the ledger keeps of one mail. */
export interface LedgerEntry {
  readonly id: string;
  readonly lineId: string;
  readonly door: DoorKey;
  readonly arrivedAt: Date;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly messageId: string | null;
  readonly from: string | null;
  readonly subject: string | null;
  readonly fate: Fate;
  readonly why: string;
  readonly signs: readonly { sign: string; seen: string }[];
  /** Everyone it names as reader or place to answer to, in lower case. */
  readonly people: readonly string[];
  readonly customerId?: string;
  readonly conversationId?: string;
  readonly entryId?: string;
  /** Why it was parked, as a word. */
  readonly reason?: string;
  readonly sender?: SenderCheck;
  /** Conversations its signs lead to, the strongest first. */
  readonly places?: readonly string[];
  /** The list that sent it, by its id. */
  readonly list?: string;
  /** Somebody read it before our time: set aside, it waits for nobody. */
  readonly isSettled?: boolean;
}

/** What is kept of how a mail was judged. */
export interface LedgerEvidence {
  readonly signs?: readonly { sign: string; seen: string }[];
  readonly people?: readonly string[];
  readonly sender?: SenderCheck;
  readonly places?: readonly string[];
  readonly list?: string;
}

/** Most places kept with one mail. */
const placeLimit = 3;
/** Most signs and characters kept with one mail. */
const signLimit = 40;
const peopleLimit = 100;
const whyLimit = 1_000;

export const ledgerColumns = [
  'id',
  'month',
  'line_id',
  'door',
  'door_key',
  'arrived_at',
  'recorded_at',
  'sha256',
  'size_bytes',
  'message_id',
  'from_address',
  'subject',
  'fate',
  'why',
  'reason',
  'evidence',
  'conversation_id',
  'entry_id',
  'settled_at',
  'read_as',
] as const;

/** What claiming a mail gave: it is new, it was taken already, or its content came by another name. */
export type Claim = { readonly is: 'new' } | { readonly is: 'ours' | 'twin'; readonly ledgerId: string };

/** What a mail is claimed by. */
interface ClaimedName {
  readonly lineId: string;
  readonly door: DoorKey['door'];
  readonly doorKey: string;
  readonly fingerprint: string | null;
  readonly sha256: string;
  readonly messageId: string | null;
  readonly ledgerId: string;
}

interface Keys {
  readonly workspaceId: string;
  readonly lineId: string;
  readonly keys: readonly string[];
  readonly ledgerId: string;
  readonly at: Date;
}

const claimKeys = builtOnce(
  (_, given: Keys) => sql<{ door_key: string }>`
    insert into mail_claims (workspace_id, line_id, door_key, ledger_id, claimed_at)
    select ${given.workspaceId}::uuid, ${given.lineId}::uuid, door_key, ${given.ledgerId}::uuid, ${given.at}::timestamptz
    from unnest(${given.keys}::text[]) as door_key
    on conflict do nothing
    returning door_key`,
);

/** Claims a mail by its name at the door and by its content, in one statement. Waits for a rival's commit. */
export async function claim(ctx: Ctx, mail: ClaimedName): Promise<Claim> {
  const doorKey = mail.doorKey.slice(0, 500);
  const keys = [doorKey, ...(mail.fingerprint ? [`same:${mail.fingerprint}`] : [])];
  const { lineId, ledgerId } = mail;
  const claimed = await claimKeys(ctx.db, { workspaceId: ctx.workspaceId, lineId, keys, ledgerId, at: ctx.now });
  if (claimed.length === keys.length) return { is: 'new' };
  const isOurs = !claimed.some(({ door_key }) => door_key === doorKey);
  const holder = await ctx.db
    .selectFrom('mail_claims')
    .select('ledger_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', mail.lineId)
    .where('door_key', '=', isOurs ? doorKey : (keys[1] ?? ''))
    .executeTakeFirstOrThrow();
  if (isOurs && (await isAnotherMail(ctx, holder.ledger_id, mail))) {
    const own = { doorKey: `${doorKey} ${mail.sha256.slice(0, 16)}`, door: 'import' as const };
    return claim(ctx, { ...mail, ...own, fingerprint: claimed.length > 0 ? null : mail.fingerprint });
  }
  return { is: isOurs ? 'ours' : 'twin', ledgerId: holder.ledger_id };
}

/**
 * A host that went back, as after a restore, gives its numbers a second time: then another mail stands behind a name we
 * know. Its message id tells, for a host may write the same mail anew; where there is none its bytes do.
 */
async function isAnotherMail(ctx: Ctx, ledgerId: string, mail: ClaimedName): Promise<boolean> {
  if (mail.door !== 'imap') return false;
  const known = await ctx.db
    .selectFrom('mail_ledger')
    .select(['sha256', 'message_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ledgerId)
    .executeTakeFirst();
  if (!known?.sha256 || known.sha256 === mail.sha256) return false;
  if (known.message_id === null || mail.messageId === null) return true;
  return known.message_id !== mail.messageId.slice(0, 998);
}

/** Writes the row of a mail, in the transaction that decides its fate; its raw source is kept with it. */
export async function writeLedger(ctx: Ctx, entry: LedgerEntry): Promise<void> {
  await insertLater(ctx.db, 'mail_ledger', {
    workspace_id: ctx.workspaceId,
    month: `${ctx.now.toISOString().slice(0, 7)}-01`,
    id: entry.id,
    line_id: entry.lineId,
    door: entry.door.door,
    door_key: entry.door.key.slice(0, 500),
    arrived_at: entry.arrivedAt,
    recorded_at: ctx.now,
    sha256: entry.sha256,
    size_bytes: entry.sizeBytes,
    message_id: entry.messageId?.slice(0, 998) ?? null,
    from_address: entry.from?.slice(0, 320).toLowerCase() ?? null,
    subject: entry.subject?.slice(0, 998) ?? null,
    fate: entry.fate,
    why: entry.why.slice(0, whyLimit),
    evidence: JSON.stringify({
      signs: entry.signs.slice(0, signLimit),
      people: entry.people.slice(0, peopleLimit),
      ...(entry.sender ? { sender: entry.sender } : {}),
      ...(entry.list ? { list: entry.list } : {}),
      ...(entry.places ? { places: entry.places.slice(0, placeLimit) } : {}),
    } satisfies LedgerEvidence),
    reason: entry.reason ?? null,
    customer_id: entry.customerId ?? null,
    conversation_id: entry.conversationId ?? null,
    entry_id: entry.entryId ?? null,
    settled_at: entry.fate === 'parked' && entry.reason !== 'test' && !entry.isSettled ? null : ctx.now,
  });
  keep(ctx, entry.sha256);
}

/** One row of the ledger as it lies there; `forUpdate` for those who settle it. */
export async function ledgerRow(ctx: ReadCtx, id: string, forUpdate = false) {
  return ctx.db
    .selectFrom('mail_ledger')
    .select(ledgerColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
}

export type StoredLedgerRow = NonNullable<Awaited<ReturnType<typeof ledgerRow>>>;

/** Who wrote or got the mail behind an entry, in lower case; nobody where no mail is behind it. */
export async function peopleOfMail(
  ctx: ReadCtx,
  conversationId: string,
  entryId: string,
): Promise<ReadonlySet<string>> {
  const row = await ctx.db
    .selectFrom('mail_ledger')
    .select(['from_address', 'evidence'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('entry_id', '=', entryId)
    .limit(1)
    .executeTakeFirst();
  const people = (row?.evidence as { people?: string[] } | undefined)?.people ?? [];
  return new Set([...people, ...(row?.from_address ? [row.from_address] : [])]);
}
