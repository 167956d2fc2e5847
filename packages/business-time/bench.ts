import { addBusinessSeconds, businessSecondsBetween, type Calendar } from './index.ts';

/** Calls per second on due dates and measurements of some days, over two years: the bar is 50,000. */
const calendar: Calendar = { zone: 'Europe/Berlin', weekly: { 1: day(), 2: day(), 3: day(), 4: day(), 5: day() } };
const CALLS = 200_000;
const begin = Date.UTC(2026, 0, 1);
const started = performance.now();
for (let i = 0; i < CALLS; i += 1) {
  const from = new Date(begin + ((i * 315_000) % (2 * 365 * 86_400_000)));
  if (i % 2 === 0) addBusinessSeconds(calendar, from, 4 * 3_600);
  else businessSecondsBetween(calendar, from, new Date(from.getTime() + 3 * 86_400_000));
}
const seconds = (performance.now() - started) / 1_000;
process.stdout.write(`business-time: ${Math.round(CALLS / seconds).toLocaleString('en')} calls/s\n`);

function day() {
  return [
    { open: '09:00', close: '12:30' },
    { open: '13:30', close: '18:00' },
  ];
}
