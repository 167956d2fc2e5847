import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '#platform/database';
import { openLive } from '#platform/live-client';
import { benchPassword } from './make-workspace.ts';

/** What all of them saw, added to as they work. */
export interface Told {
  readonly tookMs: number[];
  readonly errors: string[];
  heard: number;
}

/** Somebody at a desk of their own. */
export interface Teammate {
  work(until: number): Promise<void>;
  goHome(): void;
}

interface Row {
  readonly id: string;
}
interface Open {
  readonly version: number;
  readonly replyLines: readonly unknown[];
  readonly can: readonly string[];
}
type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer | undefined>;

/** Pause between two things one does, in milliseconds: reading and thinking, from short to long. */
const thinkMs = [800, 2_400] as const;

/** Signs in as this person and opens their live connection, as the console does. */
export async function sitDown(url: string, address: string, n: number, told: Told): Promise<Teammate> {
  let cookie = '';
  const ask: Ask = async (method, path, body) => {
    const from = performance.now();
    try {
      const reply = await fetch(url + path, {
        method,
        headers: {
          cookie,
          // one address on the net a person, as in an office of its own
          'x-forwarded-for': `10.1.${Math.floor(n / 250)}.${(n % 250) + 1}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      told.tookMs.push(performance.now() - from);
      // another one was quicker: an answer as it should be
      if (reply.status === 409) return undefined;
      if (!reply.ok) throw new Error(`${reply.status} ${text.slice(0, 200)}`);
      const cookies = reply.headers.getSetCookie();
      if (cookies.length > 0) cookie = cookies.map((line) => line.split(';')[0]).join('; ');
      return text === '' ? undefined : JSON.parse(text);
    } catch (error) {
      told.errors.push(`${method} ${path.replaceAll(/[\da-f-]{36}/gu, ':id').split('?')[0]}: ${String(error)}`);
      return undefined;
    }
  };
  await ask('POST', '/api/session', { address, password: benchPassword });
  const live = await openLive({
    url,
    headers: { cookie },
    onChanged: () => void (told.heard += 1),
    onHead: () => undefined,
    onState: (state) => void (state === 'signed-out' && told.errors.push('live: signed out')),
  });
  const me = await ask<{ me: { teamIds: readonly string[] } | null }>('GET', '/api/session');
  for (const team of me?.me?.teamIds ?? []) void live.join(`conversation:team:${team}`);
  return {
    goHome: () => live.close(),
    async work(until) {
      // nobody begins at the same moment
      await wait((n * 37) % 3_000);
      for (let round = 0; Date.now() < until; round += 1) await oneRound(ask, live, n, round);
    },
  };
}

/** A list, a conversation with its spine, its room, a draft, then a note or a reply that is taken back. */
async function oneRound(
  ask: Ask,
  live: {
    join(room: string): Promise<unknown>;
    leave(room: string): void;
    signal(room: string, kind: string | null): void;
  },
  n: number,
  round: number,
): Promise<void> {
  const boxes = ['all', 'unassigned', 'closed', 'mine'];
  await ask('GET', '/api/boxes');
  const list = await ask<{ rows: readonly Row[] }>('GET', `/api/conversations?box=${boxes[round % boxes.length]}`);
  const rows = list?.rows ?? [];
  const id = rows[(n * 7 + round * 3) % Math.max(1, rows.length)]?.id;
  await think(n, round);
  if (id === undefined) return;
  const room = `conversation:${id}`;
  const [open] = await Promise.all([
    ask<Open>('GET', `/api/conversations/${id}`),
    ask('GET', `/api/conversations/${id}/entries`),
    ask('GET', `/api/conversations/${id}/drafts`),
    live.join(room),
  ]);
  live.signal(room, 'viewing');
  await think(n, round + 1);
  if (open !== undefined) await write(ask, live, { id, room, open, round, n });
  live.signal(room, null);
  live.leave(room);
}

async function write(
  ask: Ask,
  live: { signal(room: string, kind: string | null): void },
  { id, room, open, round, n }: { id: string; room: string; open: Open; round: number; n: number },
): Promise<void> {
  live.signal(room, 'writing');
  await ask('PUT', `/api/conversations/${id}/read`, { version: open.version });
  await think(n, round + 2);
  if (round % 3 === 2 && open.can.includes('reply') && open.replyLines.length > 0) {
    const message = newId();
    const body = { id: message, text: 'It left this morning.', lastSeenVersion: open.version, undoWindowSeconds: 30 };
    if ((await ask('POST', `/api/conversations/${id}/messages`, body)) !== undefined)
      await ask('DELETE', `/api/messages/${message}/delivery`);
  } else await ask('POST', `/api/conversations/${id}/notes`, { id: newId(), text: `Looked at it, round ${round}.` });
}

/** Each at a pace of their own, the same at every run. */
function think(n: number, round: number): Promise<void> {
  const [least, most] = thinkMs;
  return wait(least + ((n * 613 + round * 271) % (most - least)));
}
