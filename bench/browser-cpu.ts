import type { Browser, CDPSession, Page } from 'playwright-core';

/** What the page itself worked in a stretch of time: processor time, so that a busy machine is not counted to it. */
export interface Worked {
  /** All of its main thread. */
  readonly totalMs: number;
  /** Its longest single task: what would hold up a frame on a machine of its own. */
  readonly longestMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Runs something and tells what the main threads of pages worked meanwhile, by the browser's own trace. */
export async function workOfPages<Result>(browser: Browser, run: () => Promise<Result>): Promise<[Result, Worked]> {
  const devtools = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  devtools.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], recordMode: 'recordAsMuchAsPossible' },
  });
  const result = await run();
  const isComplete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await isComplete;
  await devtools.detach();
  return [result, workIn(events)];
}

function workIn(events: readonly TraceEvent[]): Worked {
  const placeOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(placeOf),
  );
  const tasks = events.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(placeOf(event)),
  );
  const took = tasks.map(({ tdur = 0 }) => tdur / 1000);
  return {
    totalMs: took.reduce((sum, ms) => sum + ms, 0),
    longestMs: took.reduce((most, ms) => Math.max(most, ms), 0),
  };
}

/** What the main thread of a page has worked since it came, in milliseconds of processor time. */
export async function workedMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** A session that counts processor time. */
export async function countWork(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}
