import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ingested, IngestAsk } from './ingest.ts';
import type { ServerAsk } from './server.ts';
import type { Statement } from './watch-statements.ts';

/** The bench's server, seen from outside. */
export interface BenchServer {
  readonly port: number;
  cpu(): Promise<{ cpuMs: number; memoryMb: number }>;
  /** The statements that something runs. */
  statementsOf(run: () => Promise<unknown>): Promise<readonly Statement[]>;
  /** Runs the minute's jobs that keep reading cheap. */
  minute(): Promise<unknown>;
  prepareIngest(asked: IngestAsk): Promise<unknown>;
  /** Runs what was prepared. */
  ingest(): Promise<Ingested>;
  stop(): Promise<void>;
}

/** Starts the server over one database. */
export async function startServer(databaseUrl: string, dataDir: string): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [databaseUrl, dataDir], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ask = (asked: ServerAsk): Promise<unknown> => {
    child.send(asked);
    return answerOf(child);
  };
  const port = (await answerOf(child)) as number;
  return {
    port,
    cpu: () => ask({ ask: 'cpu' }) as Promise<{ cpuMs: number; memoryMb: number }>,
    async statementsOf(run) {
      await ask({ ask: 'listen' });
      await run();
      return (await ask({ ask: 'heard' })) as readonly Statement[];
    },
    minute: () => ask({ ask: 'minute' }),
    prepareIngest: (asked) => ask({ ask: 'prepare', ingest: asked }),
    ingest: () => ask({ ask: 'ingest' }) as Promise<Ingested>,
    async stop() {
      await ask({ ask: 'stop' });
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** One question at a time, so the next message is its answer. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const died = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error("The bench's server ended by itself.");
  });
  died.catch(() => undefined);
  const [said] = (await Promise.race([once(child, 'message', { signal: ended.signal }), died])) as [
    { result?: unknown; error?: string },
  ];
  ended.abort();
  if (said.error) throw new Error(said.error);
  return said.result;
}
