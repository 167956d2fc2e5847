import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type Listening, listenAs, noteHere } from '#domains/channel-chat';
import type { Tools } from '#platform/domain';
import { webHeaders } from '#platform/http';
import type { Live } from '#platform/live';
import { problem } from '#platform/problem';

const tooMany = problem(
  'widget/too-many-open',
  429,
  'This chat is open in too many windows',
  'Close one of them; in this one new answers show when you write.',
);

/** Most windows that one visitor listens from, and most in this process in all. */
const windowsOfOne = 6;
const windowsInAll = 5_000;
/** How often a word goes over a silent line, so that nothing between cuts it; and every which time it is asked anew who listens. */
const beatMs = 20_000;
const askAnewEvery = 3;

/**
 * `GET /widget/changes?site=…`: tells an open chat that something changed, and never what. The page asks then by the same
 * pass as ever, so nothing is said here that a policy was not asked for.
 */
export function mountChanges(app: FastifyInstance, tools: Tools, watch: Live['watch']): void {
  const open = new Map<string, Set<Line>>();
  const kept = new Set<Promise<void>>();
  app.get<{ Querystring: { site?: string } }>('/widget/changes', async (request, reply) => {
    const key = String(request.query.site ?? '');
    const headers = webHeaders(request);
    const listening = await listenAs(tools, key, headers);
    const own = open.get(listening.visitorId) ?? new Set();
    if (own.size >= windowsOfOne || kept.size >= windowsInAll) throw tooMany();
    void reply.hijack();
    // who went while we looked is not listened for: nothing would ever end it
    if (reply.raw.destroyed) return;
    open.set(listening.visitorId, own);
    const line = listen(reply.raw, { tools, watch, listening, stillMay: () => listenAs(tools, key, headers) });
    const over = keep(line, own, listening);
    kept.add(over);
    await over;
    kept.delete(over);
  });
  app.addHook('preClose', async () => {
    for (const lines of open.values()) for (const line of lines) line.end();
    // that they went is written down while the database is there
    await Promise.all(kept);
  });

  async function keep(line: Line, own: Set<Line>, listening: Listening): Promise<void> {
    own.add(line);
    await line.ended;
    own.delete(line);
    if (own.size > 0) return;
    open.delete(listening.visitorId);
    await noteHere(tools, listening, false).catch(() => notNoted(tools));
  }
}

function notNoted({ log }: Tools): void {
  log.warn({}, 'Whether a visitor is there could not be noted.');
}

interface Line {
  readonly ended: Promise<void>;
  end(): void;
}

interface Ears {
  readonly tools: Tools;
  readonly watch: Live['watch'];
  readonly listening: Listening;
  /** Refused where they may no longer: the line was closed, or they were erased. */
  stillMay(): Promise<unknown>;
}

/** One open line to a page, until either side ends it. */
function listen(raw: ServerResponse, { tools, watch, listening, stillMay }: Ears): Line {
  const ended = new Promise<void>((resolve) => raw.once('close', resolve));
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(': here\n\n');
  const here = (): void => {
    noteHere(tools, listening, true).catch(() => notNoted(tools));
  };
  here();
  const stop = watch(listening.workspaceId, listening.topic, listening.visitorId, () => raw.write('data: changed\n\n'));
  let beats = 0;
  const heart = setInterval(() => {
    beats += 1;
    raw.write(': here\n\n');
    if (beats % askAnewEvery !== 0) return;
    stillMay().then(here, end);
  }, beatMs);
  function end(): void {
    clearInterval(heart);
    stop();
    raw.end();
  }
  raw.once('close', end);
  return { ended, end };
}
