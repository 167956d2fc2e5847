import type { House, Log, Process, Tools } from '#platform/domain';

/** Longest one process may take to put itself away. */
const stopLimitMs = 10_000;

/** Starts what runs as long as the program does; one that cannot start is said and does not keep the others from it. */
export async function startProcesses(
  house: House,
  tools: Tools,
  role: Process['role'],
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const ending = new AbortController();
  const running: { name: string; stop(): Promise<void> }[] = [];
  for (const process of house.processes.filter((candidate) => candidate.role === role)) {
    try {
      const started = await process.start({ ...tools, signal: ending.signal });
      running.push({ name: process.name, stop: () => started.stop() });
    } catch (error) {
      log.error(
        { process: process.name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
        'A process could not start.',
      );
    }
  }
  return {
    async stop() {
      ending.abort();
      await Promise.all(running.map(({ stop }) => within(stopLimitMs, stop())));
    },
  };
}

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work.catch(() => undefined),
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
    }),
  ]);
  clearTimeout(timer);
}
