import { boundHeap } from '#platform/start';
import { compose } from '../apps/server/compose.ts';
import { configOf } from './database.ts';
import { type IngestAsk, prepareIngest, type Ready } from './ingest.ts';
import { heard, listen, placeEar } from './watch-statements.ts';

/** What the bench asks of its server beside HTTP. */
export type ServerAsk =
  | { readonly ask: 'cpu' | 'listen' | 'heard' | 'minute' | 'ingest' | 'stop' }
  | { readonly ask: 'prepare'; readonly ingest: IngestAsk };

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The whole program behind HTTP in a process of its own: what it burns is not mixed with what the asking costs. */
async function main(): Promise<void> {
  boundHeap();
  placeEar();
  const [, , databaseUrl = '', dataDir = ''] = process.argv;
  const program = await compose({ config: configOf(databaseUrl, dataDir), databaseUrl, log: silent });
  const { port } = await program.serve({ host: '127.0.0.1', port: 0 });
  let ready: Ready | null = null;
  const answer = async (asked: ServerAsk): Promise<unknown> => {
    switch (asked.ask) {
      case 'cpu': {
        const { user, system } = process.cpuUsage();
        return { cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 1_048_576 };
      }
      case 'listen':
        return listen();
      case 'heard':
        return heard();
      case 'minute':
        // what a worker does every minute, and what this server without one would pile up
        for (const workspaceId of await program.tools.workspaceIds())
          await program.house.jobs.get('conversations.fold-counts')?.run(program.tools, { workspaceId });
        return null;
      case 'prepare':
        ready = await prepareIngest(program.tools, asked.ingest);
        return null;
      case 'ingest':
        return ready?.();
      case 'stop':
        await program.stop();
        setImmediate(() => process.exit(0));
        return null;
    }
  };
  process.on('message', (asked: ServerAsk) => {
    answer(asked).then(
      (result) => process.send?.({ result }),
      (error: Error) => process.send?.({ error: error.stack ?? String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ result: port });
}

main().catch((error: Error) => {
  process.send?.({ error: error.stack ?? String(error) });
  process.exit(1);
});
