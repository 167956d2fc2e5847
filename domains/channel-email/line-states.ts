import { isDemo } from '#domains/identity';
import type { Config } from '#platform/config';
import type { ReadCtx } from '#platform/ctx';
import type { LineState } from '#platform/domain';
import { lastMailOf } from './health.ts';
import { type KeptRecord, recordsOf, stateOfRecords } from './line-records.ts';
import { type MailLine, openMailLines } from './mail-line.ts';
import { mailboxesOf } from './mailbox-state.ts';

type Mailbox = Awaited<ReturnType<typeof mailboxesOf>>[number];
type Said = Pick<LineState, 'state' | 'says'>;

/** How these lines are, for the list of lines. */
export async function lineStates(
  ctx: ReadCtx,
  lineIds: readonly string[],
  config?: Config,
): Promise<ReadonlyMap<string, LineState>> {
  const boxes = new Map((await mailboxesOf(ctx, lineIds)).map((box) => [box.line_id, box]));
  const lines = (await openMailLines(ctx)).filter((line) => lineIds.includes(line.id));
  const lastMails = await lastMailOf(ctx, lineIds);
  const records = await recordsOf(ctx, lineIds);
  const isOut = config ? ({ settings }: MailLine) => settings.smtp !== undefined || config.smtp !== null : () => true;
  // the story's people answer all the same, from a postbox of the demo's own
  const noWayOut = lines.every(isOut) || !(await isDemo(ctx)) ? unsent : unsentInDemo;
  return new Map(
    lines.map((line): [string, LineState] => {
      const found = records.get(line.id) ?? [];
      const said = stateOf(stateOfWayIn(line, boxes.get(line.id)), isOut(line) ? null : noWayOut, found);
      return [line.id, { ...said, lastMessageAt: lastMails.get(line.id) ?? null }];
    }),
  );
}

/** The worst that is known, in words: mail that does not come, then answers that do not leave, then the DNS. */
function stateOf(wayIn: Said, noWayOut: Said | null, records: readonly KeptRecord[]): Said {
  if (wayIn.state === 'bad' || wayIn.state === 'off') return wayIn;
  if (noWayOut) return noWayOut;
  return wayIn.state === 'good' ? (stateOfRecords(records) ?? wayIn) : wayIn;
}

const unsent: Said = { state: 'bad', says: 'Answers cannot leave: set an outgoing server under “Sending”' };
const unsentInDemo: Said = { state: 'good', says: 'Works, within the demo' };

function stateOfWayIn({ settings }: MailLine, box: Mailbox | undefined): Said {
  if (!settings.imap)
    return settings.door
      ? { state: 'good', says: 'Works, by our own door' }
      : { state: 'off', says: 'No way in is set up' };
  if (box?.state === 'failing') return { state: 'bad', says: box.says };
  return box?.state === 'connected' ? { state: 'good', says: 'Works' } : { state: 'warning', says: 'Connecting' };
}
