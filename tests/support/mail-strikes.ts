import { type MailStep, receiveSteps, sendSteps, watchSteps } from '#domains/channel-email';
import { type Dice, diceOf } from './dice.ts';
import type { World } from './world.ts';

/** What happens to a mail at a step: a mistake of ours, trouble that passes, a connection that falls, silence. */
export const kinds = ['mistake', 'trouble', 'drop', 'hang'] as const;
export type Kind = (typeof kinds)[number];

/** Which way a mail goes while it is struck. */
export type Way = 'door' | 'mailbox' | 'out';

/** Where one mail is struck, and how. */
export interface Strike {
  readonly way: Way;
  readonly step: MailStep | 'smtp.whole';
  readonly kind: Kind;
}

/** Steps where a transaction is open: what falls there is the database's connection. */
export const inTransaction: ReadonlySet<string> = new Set([
  'mail.claimed',
  'mail.placed',
  'reply.claimed',
  'reply.answered',
  'reply.recorded',
]);

/** Every step of every way with every kind, then others by chance, until there are so many; in an order of chance. */
export function strikesOf(count: number, seed: number): readonly Strike[] {
  const dice = diceOf(seed);
  const every = (way: Way, steps: readonly Strike['step'][]): Strike[] =>
    steps.flatMap((step) => kinds.map((kind) => ({ way, step, kind })));
  const all = [
    ...every(
      'door',
      receiveSteps.filter((step) => !step.startsWith('box.')),
    ),
    ...every(
      'mailbox',
      receiveSteps.filter((step) => !step.startsWith('door.')),
    ),
    ...every('out', sendSteps),
    // after the last byte only the host can do something: fall, or say nothing
    { way: 'out', step: 'smtp.whole', kind: 'drop' },
    { way: 'out', step: 'smtp.whole', kind: 'hang' },
  ] satisfies Strike[];
  while (all.length < count) all.push(dice.pick(all));
  return shuffled(all, dice);
}

function shuffled<T>(values: readonly T[], dice: Dice): readonly T[] {
  const left = [...values];
  return values.map(() => left.splice(dice.below(left.length), 1)[0] as T);
}

/** One strike that waits for its mail. */
export interface Armed {
  /** The mail came to the step. */
  readonly met: Promise<void>;
  /** What hangs goes on. */
  release(): void;
}

/** Strikes the first mail that comes to the step, once. `drop` cuts what the step works with. */
export function arm(strike: Strike, drop: () => Promise<void> | void): Armed {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isMet = false;
  const met = new Promise<void>((resolve) => {
    watchSteps(async (step) => {
      if (step !== strike.step || isMet) return;
      isMet = true;
      resolve();
      if (strike.kind === 'mistake') throw new Error(`A mistake of ours at ${step}`);
      if (strike.kind === 'trouble') throw Object.assign(new Error('Trouble that passes'), { code: 'ECONNRESET' });
      if (strike.kind === 'drop') await drop();
      else await released;
    });
  });
  return { met, release };
}

/** Nobody is struck any more. */
export function disarm(): void {
  watchSteps(null);
}

/** Ends every connection of the world's database that is in a transaction, as a failing network does. */
export async function cutTransactions(world: World): Promise<void> {
  await world.database.pool.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`,
  );
}

/** How many wait for a lock that another transaction holds. */
export async function lockWaiters(world: World): Promise<number> {
  const { rows } = await world.database.pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
}
