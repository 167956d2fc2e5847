// Plain JavaScript: scripts/start.mjs prints its first steps before Node 24, which reads TypeScript, is installed.

const wordsWidth = 46;
const drawEveryMs = 1_000;
const logEveryMs = 10_000;

/** A printer of steps onto a terminal, or onto a log where nothing can be drawn over. */
export function newSteps(terminal = process.stdout, clock = () => performance.now()) {
  const line = (words = '') => void terminal.write(`${words}\n`);

  async function step(words, work) {
    const startedAt = clock();
    // In a log a quick step is one line; only what lasts tells how far it is.
    let drawnAt = terminal.isTTY ? Number.NEGATIVE_INFINITY : startedAt;
    const progress = (detail) => {
      if (clock() - drawnAt < (terminal.isTTY ? drawEveryMs : logEveryMs)) return;
      drawnAt = clock();
      draw(terminal, `  … ${words}${detail ? `: ${detail}` : ''}`);
    };
    if (terminal.isTTY) progress('');
    try {
      const result = await work(progress);
      erase(terminal);
      line(`  ✓ ${words.padEnd(wordsWidth)} ${seconds(clock() - startedAt).padStart(7)}`);
      return result;
    } catch (error) {
      erase(terminal);
      line(`  ✗ ${words.padEnd(wordsWidth)} ${seconds(clock() - startedAt).padStart(7)}`);
      throw error;
    }
  }

  return { step, line };
}

/** Seconds as people read them: `0.4 s`, `75 s`. */
export function seconds(milliseconds) {
  const value = milliseconds / 1_000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}

/** On a terminal over the line before; in a log a line of its own. */
function draw(terminal, words) {
  if (!terminal.isTTY) return void terminal.write(`${words}\n`);
  terminal.write(`\r\x1b[2K${words.slice(0, Math.max(20, (terminal.columns ?? 80) - 1))}`);
}

function erase(terminal) {
  if (terminal.isTTY) terminal.write('\r\x1b[2K');
}
