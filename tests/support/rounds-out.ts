import { takeIn } from '#domains/channel-email';
import { reply } from '#domains/conversations';
import { retrySend } from '#domains/conversations/contract';
import { newId } from '#platform/database';
import { arm, cutTransactions, disarm, inTransaction, type Strike } from './mail-strikes.ts';
import { copiesOfReply } from './mail-world.ts';
import type { OddSmtp } from './odd-smtp.ts';
import type { Workspace } from './workspace.ts';
import { at, type World } from './world.ts';

/** Minutes that pass after a strike: the queue's tries, the sweep, and what was put off. */
const laterMinutes = [1, 3, 6, 30];

/** Where replies leave during the rounds. */
export interface WaysOut {
  readonly world: World;
  readonly workspace: Workspace;
  readonly lineId: string;
  readonly address: string;
  readonly host: OddSmtp;
  /** Ends the time of the sending that runs. */
  endTime(): void;
}

/** What became of a reply: in our words, and how often its host holds it whole. */
export interface WentOut {
  readonly state: string;
  readonly held: number;
  /** It had failed in words that say so, and a person sent it again. */
  readonly wasSentAgain: boolean;
}

/** A reply leaves and is struck on its way. Then time passes, and what is due is done. */
export async function outRound(ways: WaysOut, strike: Strike, subject: string): Promise<WentOut> {
  const { world, workspace, host } = ways;
  const { conversationId, entryId } = await aReply(ways, subject);
  const isOfHost = strike.step === 'smtp.whole';
  host.mood = 'takes';
  if (isOfHost) host.mood = strike.kind === 'hang' ? 'hangs-after-data' : 'dies-after-data';
  const whole = new Promise<void>((resolve) => {
    host.onWhole = async () => resolve();
  });
  const armed = arm(strike, () => (strike.step.startsWith('smtp.') ? host.cut() : cutTransactions(world)));
  const sending = deliver(ways, conversationId, 0);
  await (isOfHost ? whole : armed.met);
  if (strike.kind === 'hang') await endHanging(ways, strike, armed);
  await sending;
  armed.release();
  disarm();
  Object.assign(host, { mood: 'takes', onWhole: async () => undefined });
  for (const minutes of laterMinutes) await letPass(ways, conversationId, minutes);
  let [copy] = await copiesOfReply(world, workspace, entryId);
  const wasSentAgain = copy?.state === 'failed';
  if (wasSentAgain) {
    await sendAgain(ways, entryId);
    await letPass(ways, conversationId, 40);
    [copy] = await copiesOfReply(world, workspace, entryId);
  }
  const held = host.held.filter(({ to }) => to.includes(`${subject}@customer.example`)).length;
  return { state: copy?.state ?? 'gone', held, wasSentAgain };
}

/** What hangs is ended by its time, or, where a transaction is open, by the database's connection. */
async function endHanging(ways: WaysOut, strike: Strike, armed: ReturnType<typeof arm>): Promise<void> {
  if (!inTransaction.has(strike.step)) return ways.endTime();
  await cutTransactions(ways.world);
  armed.release();
}

async function aReply(ways: WaysOut, subject: string): Promise<{ conversationId: string; entryId: string }> {
  const { world, workspace } = ways;
  const from = `${subject}@customer.example`;
  const raw = `From: ${from}\r\nTo: ${ways.address}\r\nSubject: ${subject}\r\nMessage-ID: <${newId()}@customer.example>\r\n\r\nWhere is it?\r\n`;
  const taken = await takeIn(world.tools, {
    workspaceId: workspace.id,
    lineId: ways.lineId,
    door: { door: 'import', key: newId() },
    arrivedAt: new Date(),
    raw: Buffer.from(raw),
  });
  const entryId = newId();
  const conversationId = taken.conversationId ?? '';
  await workspace.act(workspace.owner, (ctx) =>
    reply(ctx, conversationId, {
      id: entryId,
      text: 'It left yesterday.',
      lastSeenVersion: 1,
      sendAnyway: true,
      undoWindowSeconds: 0,
      then: 'wait',
    }),
  );
  world.queued.length = 0;
  return { conversationId, entryId };
}

const soon = (minutes: number): Date => new Date(Date.now() + 1_000 + minutes * 60_000);

/** One run of the job; the queue would try again what throws. */
async function deliver({ world, workspace }: WaysOut, conversationId: string, minutes: number): Promise<void> {
  const job = world.house.jobs.get('channel-email.deliver');
  await job?.run(at(world.tools, soon(minutes)), { workspaceId: workspace.id, conversationId }).catch(() => undefined);
}

async function letPass(ways: WaysOut, conversationId: string, minutes: number): Promise<void> {
  const { world, workspace } = ways;
  const sweep = world.house.jobs.get('conversations.sweep-deliveries');
  await sweep?.run(at(world.tools, soon(minutes)), { workspaceId: workspace.id });
  await deliver(ways, conversationId, minutes);
  world.queued.length = 0;
}

async function sendAgain({ world, workspace }: WaysOut, entryId: string): Promise<void> {
  const again = world.house.handlers.find(({ route }) => route === retrySend);
  await workspace.act(workspace.owner, async (ctx) => again?.run(ctx, { params: { id: entryId } } as never));
}
