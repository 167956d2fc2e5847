import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#platform/database';
import { handOver } from './hand-over.ts';
import type { MailRig } from './mail-rig.ts';

/** Mails that come in by both doors and replies that leave, one after the other in each way, until stopped. */
export interface MailLoad {
  /** Subjects that were acknowledged to whoever gave them. */
  readonly door: Set<string>;
  readonly box: Set<string>;
  readonly out: Set<string>;
  stop(): Promise<void>;
}

/** Where the load goes. */
export interface LoadGoal {
  readonly doorPort: number;
  readonly doorAddress: string;
  readonly rig: MailRig;
  readonly boxUser: string;
  readonly recipient: string;
  /** Begins a conversation by the API; throws what was not answered with success. */
  begin(body: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Between two mails of one way, and before the next try, in milliseconds. */
const restMs = 150;

/** Starts the load. */
export function startMailLoad(goal: LoadGoal): MailLoad {
  const stop = new AbortController();
  const [door, box, out] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const ways = [
    run(stop.signal, 'door', door, (subject) => {
      const mail = mailOf(goal.doorAddress, subject);
      return () => handOver(goal.doorPort, mail).answer;
    }),
    // what was not acknowledged may lie there all the same: each try is a mail of its own
    run(stop.signal, 'box', box, (subject) => async () => {
      const own = `${subject}.${newId().slice(-6)}`;
      await goal.rig.append(goal.boxUser, [Buffer.from(mailOf(goal.boxUser, own).raw)]);
      return own;
    }),
    run(stop.signal, 'out', out, (subject) => {
      const body = {
        id: newId(),
        messageId: newId(),
        to: goal.recipient,
        subject,
        text: 'Hello',
        undoWindowSeconds: 0,
      };
      return () => goal.begin(body);
    }),
  ];
  return {
    door,
    box,
    out,
    async stop() {
      stop.abort();
      await Promise.all(ways);
    },
  };
}

/** Gives one after the other; each is tried until it is acknowledged, as every host does. */
async function run(
  signal: AbortSignal,
  way: string,
  acknowledged: Set<string>,
  make: (subject: string) => () => Promise<unknown>,
): Promise<void> {
  for (let number = 1; !signal.aborted; number += 1) {
    const subject = `${way}-${number}`;
    const give = make(subject);
    for (let isGiven = false; !isGiven; ) {
      try {
        const name = await give();
        acknowledged.add(way === 'box' ? String(name) : subject);
        isGiven = true;
      } catch {
        await pause(restMs);
      }
    }
    await pause(restMs);
  }
}

function mailOf(to: string, subject: string): { from: string; to: readonly string[]; raw: string } {
  const from = `${subject}@customer.example`;
  const date = new Date().toUTCString();
  const raw = `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <${newId()}@customer.example>\r\nDate: ${date}\r\n\r\nWhere is it?\r\n`;
  return { from, to: [to], raw };
}
