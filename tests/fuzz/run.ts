// `npm run fuzz -- --minutes 60 --seed 1`: so many minutes of CPU; prints what it finds, keeps failing mails in .data/fuzz.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzMails } from './fuzz-mail.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const keepIn = join(import.meta.dirname, '../../.data/fuzz');
const say = (words: string): void => void process.stdout.write(`${words}\n`);
let told = 0;
const run = await fuzzMails({
  firstSeed: Number(values.seed),
  mails: Number.MAX_SAFE_INTEGER,
  cpuSeconds: Number(values.minutes) * 60,
  keepIn,
  tell: (now) => {
    for (; told < now.findings.length; told += 1) say(JSON.stringify(now.findings[told]));
    if (now.mails % 20_000 === 0)
      say(`${now.mails} mails, ${Math.round(now.cpuSeconds)} s of CPU, ${now.findings.length} findings`);
  },
});
for (; told < run.findings.length; told += 1) say(JSON.stringify(run.findings[told]));
say(
  `${run.mails} mails from seed ${values.seed}, ${Math.round(run.cpuSeconds)} s of CPU, ${run.findings.length} findings`,
);
if (run.findings.length > 0) process.exitCode = 1;
