/** What must be put away, in order, before the process may end. */
export type Stopping = {
  /** Put this away when we stop. What was opened last is put away first. */
  onStop(name: string, putAway: () => Promise<void> | void): void;
  /** Stop now; answers once everything is put away or has had its time. Stopping twice is stopping once. */
  stop(): Promise<void>;
  readonly isStopping: boolean;
};

type Part = { name: string; putAway: () => Promise<void> | void };

const defaultPartMs = 10_000;

/** Start a list of what must be put away. `tell` hears of a part that failed or took too long. */
export function newStopping(options: { tell?: (words: string) => void; partMs?: number } = {}): Stopping {
  const tell = options.tell ?? ((words) => process.stderr.write(`${words}\n`));
  const partMs = options.partMs ?? defaultPartMs;
  const parts: Part[] = [];
  let stopped: Promise<void> | null = null;

  async function stopAll(): Promise<void> {
    for (let part = parts.pop(); part; part = parts.pop()) await putAway(part, partMs, tell);
  }

  return {
    onStop: (name, work) => void parts.push({ name, putAway: work }),
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
    get isStopping() {
      return stopped !== null;
    },
  };
}

const sameKeyPressMs = 1_000;

/**
 * Stop on Ctrl-C, `kill`, a closed terminal, and when `scripts/start.mjs` above us has gone; a second Ctrl-C ends at once.
 * A terminal's Ctrl-C reaches us more than once (the terminal, npm and start.mjs each send it): what comes within a second is one.
 */
export function stopOnSignals(stopping: Stopping, end: (code: number) => void = (code) => process.exit(code)): void {
  let firstAt = 0;
  const hear = (signal: string) => {
    if (firstAt === 0) {
      firstAt = Date.now();
      void stopping.stop().then(() => end(0));
    } else if (signal === 'SIGINT' && Date.now() - firstAt > sameKeyPressMs) {
      end(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => hear(signal));
  if (process.channel) {
    process.on('disconnect', () => hear('disconnect'));
    process.channel.unref();
  }
}

/** One part that hangs must not keep the others from being put away. */
async function putAway(part: Part, partMs: number, tell: (words: string) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<string>((done) => {
    timer = setTimeout(() => done(`Stopping ${part.name} took more than ${partMs} ms; going on.`), partMs);
  });
  try {
    const words = await Promise.race([tooLong, (async () => part.putAway())()]);
    if (typeof words === 'string') tell(words);
  } catch (error) {
    tell(`Stopping ${part.name} failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    clearTimeout(timer);
  }
}
