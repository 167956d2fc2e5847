import { findLineByAddress, lineById, type Line, linesOfChannel, openLineSecrets } from '#domains/brands';
import type { ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { keptReading } from '#platform/kept';
import { isRefusal } from '#platform/problem';
import { MailLineSettings } from './contract.ts';
import { bareAddress } from './sender.ts';

export const channelKind = 'email';

/** An e-mail line with its settings read. */
export interface MailLine extends Omit<Line, 'settings' | 'closedAt'> {
  readonly isOpen: boolean;
  readonly settings: MailLineSettings;
}

/** One e-mail line; null where there is none, or it is of another channel. */
export async function mailLineById(ctx: ReadCtx, id: string): Promise<MailLine | null> {
  try {
    const line = await lineById(ctx, id);
    return line.channel === channelKind ? asMailLine(line) : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** The open e-mail lines of a workspace. */
export const openMailLines = keptReading(
  'channel-email.open-lines',
  ['lines'],
  async (ctx): Promise<readonly MailLine[]> => (await linesOfChannel(ctx, channelKind)).map(asMailLine),
);

/** The addresses of our own lines, bare: who writes from there is not a customer. */
export function addressesOf(lines: readonly MailLine[]): ReadonlySet<string> {
  return new Set(lines.map((line) => bareAddress(line.address)));
}

/** The line that a recipient's address belongs to, in whichever workspace; a plus part leads to the same line. */
export async function lineOfRecipient(
  tools: Tools,
  address: string,
): Promise<{ workspaceId: string; lineId: string } | null> {
  // the search goes over all workspaces, the only one that does: the one named here is nobody's
  const nobody = '00000000-0000-0000-0000-000000000000';
  return tools.read({ workspaceId: nobody }, async (ctx) => {
    const whole = await findLineByAddress(ctx, channelKind, address);
    return whole ?? findLineByAddress(ctx, channelKind, bareAddress(address));
  });
}

/** A password of a line in clear, for the call to its host alone. */
export async function passwordOf(
  tools: Tools,
  workspaceId: string,
  lineId: string,
  name: 'imapPassword' | 'smtpPassword',
): Promise<string | null> {
  const secrets = await openLineSecrets(tools, { workspaceId, lineId });
  return secrets[name] ?? null;
}

function asMailLine({ settings, closedAt, ...line }: Line): MailLine {
  const read = MailLineSettings.safeParse(settings);
  return { ...line, isOpen: closedAt === null, settings: read.success ? read.data : MailLineSettings.parse({}) };
}
