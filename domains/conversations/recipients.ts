import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { findOrMakeCustomer } from '#domains/customers';
import type { Around } from './around.ts';
import { joinAs } from './participants.ts';
import type { ReplyLine } from './reply-lines.ts';
import type { Recipient } from './write-entry.ts';

type People = Around['participants'];

/** Whom a writer named; what is left out is as the conversation has it. */
interface Named {
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
}

/** Whom a reply goes to when nobody is named otherwise: what the composer shows, and what is sent. */
export interface DefaultRecipients {
  readonly to: readonly { address: string; name: string }[];
  readonly cc: readonly { address: string; name: string }[];
}

const noRecipient = problem(
  'conversations/no-recipient',
  422,
  'This reply has nobody to go to',
  'Give an address under "To".',
);
const notReachable = problem(
  'conversations/not-reachable',
  422,
  'One of the addresses cannot be reached on this line',
  'Correct it, or take it out.',
);
const ownAddress = problem(
  'conversations/own-address',
  422,
  'One of the addresses is our own',
  'A reply to ourselves would go round in a circle. Take it out; write a note for a colleague.',
);

/** The requester under To, everybody copied under Cc; nobody else is ever added, our own addresses never. */
export function defaultRecipients(customerId: string, people: People, line: ReplyLine): DefaultRecipients {
  const reachable = people.filter((person) => isOthers(person.address, line));
  // of a merge, the matter's own customer is answered first; the other one's requester is never copied in unasked
  const first =
    reachable.find((person) => person.role === 'requester' && person.customerId === customerId) ??
    reachable.find(({ role }) => role === 'requester') ??
    reachable[0];
  const copied = reachable.filter(
    (person) => person !== first && person.role !== 'follower' && person.role !== 'requester',
  );
  const shown = (person: People[number]) => ({ address: person.address ?? '', name: person.name });
  return { to: first ? [shown(first)] : [], cc: line.copies ? copied.map(shown) : [] };
}

/** To whom a reply goes: as named, each once, everyone reachable on this line. */
export function recipientsOf(
  customerId: string,
  people: People,
  line: ReplyLine,
  named: Named,
  own: readonly string[],
): readonly Recipient[] {
  const standard = defaultRecipients(customerId, people, line);
  const nameOf = new Map(people.map((person) => [person.address?.toLowerCase() ?? '', person.name]));
  const taken = new Set<string>();
  const listed = (kind: Recipient['kind'], addresses: readonly string[]): readonly Recipient[] =>
    addresses.flatMap((given) => {
      const address = given.trim();
      const key = address.toLowerCase();
      if (address === '' || taken.has(key)) return [];
      if (!line.reaches(address)) throw notReachable({ detail: `${address} is no address that this line can reach.` });
      if (isOwn(address, own)) throw ownAddress();
      taken.add(key);
      return [{ kind, address, name: nameOf.get(key) ?? '' }];
    });
  const recipients = [
    ...listed('to', named.to ?? standard.to.map(({ address }) => address)),
    ...listed('cc', line.copies ? (named.cc ?? standard.cc.map(({ address }) => address)) : []),
    ...listed('bcc', line.copies ? (named.bcc ?? []) : []),
  ];
  if (recipients.length === 0) throw noRecipient();
  return recipients;
}

function isOthers(address: string | null, line: ReplyLine): boolean {
  return address !== null && line.reaches(address) && !isOwn(address, [line.address]);
}

/** Whether an address is one of our own lines', also with a token in it. */
export function isOwn(address: string, own: readonly string[]): boolean {
  const bare = bareOf(address);
  return own.some((one) => bareOf(one) === bare);
}

/** Lower case, and without what stands behind a plus: our own address carries a token there. */
function bareOf(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
}

/**
 * Whoever was added by a reply takes part from then on, so that their answer comes home. A blind copy, and somebody to
 * whom a message was passed on, only follow: no later reply names them unless its writer does.
 */
export async function joinAdded(
  ctx: Ctx,
  ask: {
    readonly conversationId: string;
    readonly brandId: string;
    readonly people: People;
    readonly recipients: readonly Recipient[];
    readonly isForward: boolean;
    readonly line: ReplyLine;
  },
): Promise<void> {
  if (!ask.line.copies) return;
  const known = new Set(ask.people.flatMap(({ address }) => address?.toLowerCase() ?? []));
  const added = ask.recipients.filter(({ address }) => !known.has(address.toLowerCase()));
  for (const recipient of added) {
    const found = await findOrMakeCustomer(ctx, {
      brandId: ask.brandId,
      kind: ask.line.identityKind,
      value: recipient.address,
      name: recipient.name,
      at: ctx.now,
    });
    const role = ask.isForward || recipient.kind === 'bcc' ? 'follower' : 'copied';
    await joinAs(ctx, ask.conversationId, { ...found, address: recipient.address, name: recipient.name, role });
  }
}
