import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from './ports.ts';
import { until } from './until.ts';

/** One process of the program, as an operator would start it. */
export interface RapportProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  readonly printed: () => string;
  /** Waits until it is ready; a demo takes longer than an empty one. */
  ready(limitMs?: number): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

const root = join(import.meta.dirname, '../..');

/** Starts the program with these settings and nothing else of this machine's environment but its paths. */
export async function startRapport(
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = ['--empty'],
): Promise<RapportProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let printed = '';
  const child = spawn(process.execPath, [join(root, 'apps/server/main.ts'), ...words], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      // as `npm start` sets it: what Node made of our TypeScript is kept for the next start
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
      RAPPORT_STARTED_AT: String(Date.now()),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (printed += data.toString()));
  return {
    url,
    child,
    printed: () => printed,
    async ready(limitMs = 60_000) {
      await until(
        `a process with ${JSON.stringify(settings['ROLE'] ?? 'all')} is ready`,
        () => {
          if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${printed}`);
          return printed.includes('Ready after');
        },
        limitMs,
      );
    },
    async kill(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    },
  };
}
