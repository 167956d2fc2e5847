/**
 * Text that was written to be searched over and over: four times as much of it may take four times as long, not sixteen
 * times. What is compared is the work of this process, so that a busy machine changes nothing.
 */
const step = 20_000;
/** Below this nobody waits, and the measure says nothing, in milliseconds. */
const unfeltMs = 60;

async function workMs(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** How many times the work grows with four times the text; the least of three tries, 0 where it is not felt. */
async function growth(run: (text: string) => unknown, filler: string): Promise<number> {
  const text = (times: number) => filler.repeat(Math.ceil((step * times) / filler.length));
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > 9; attempt += 1) {
    const small = await workMs(() => run(text(1)));
    const large = await workMs(() => run(text(4)));
    least = Math.min(least, large < unfeltMs ? 0 : large / Math.max(small, 1));
  }
  return least;
}

/** Signs that patterns begin, end or go on with. */
const fillers = ['<', '>', '(', '"', '[', 'a', ' ', '-', ':', '@', '<a', '*:'];
/** The signs with which a reader of text takes longer than its length says, each with how many times. */
export async function slowWith(run: (text: string) => unknown): Promise<readonly string[]> {
  const slow: string[] = [];
  for (const filler of fillers) {
    const times = await growth(run, filler);
    if (times > 9) slow.push(`${filler}: ${times.toFixed(1)} times`);
  }
  return slow;
}
