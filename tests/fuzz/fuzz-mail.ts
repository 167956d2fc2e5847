import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diceOf } from '../support/dice.ts';
import { checkMail, type Finding } from './check-mail.ts';
import { makeMail, makePlain, type MadeMail } from './make-mail.ts';
import { mutateMail } from './mutate-mail.ts';

const data = join(import.meta.dirname, '../../../shared/data');
/** Larger seeds are read by the corpus tests; here they would only slow the others down. */
const seedLimitBytes = 150_000;

/** Real mails to begin from, where they lie beside the repository; without them the grammar alone is used. */
export function realMails(): Buffer[] {
  if (!existsSync(data)) return [];
  return globSync(['mail/**/*.{box,eml,txt,html}', 'mail/mikel_mail/**', 'payloads/email/**/*.eml'], { cwd: data })
    .map((file) => join(data, file))
    .filter((file) => statSync(file).isFile() && statSync(file).size <= seedLimitBytes && statSync(file).size > 0)
    .toSorted()
    .map((file) => readFileSync(file));
}

/** The mail of one seed: made by the grammar, or a real (or made) one with some of it changed. */
export function mailOfSeed(seed: number, real: readonly Buffer[]): MadeMail {
  const dice = diceOf(seed);
  const kind = dice.below(10);
  if (kind < 3) return makeMail(dice);
  if (kind < 4) {
    const word = `palabra0x${dice.below(1_000_000)}`;
    return { raw: Buffer.from(`From: ann@example.com\n\n${makePlain(dice, word)}`), words: [word] };
  }
  const from = real.length > 0 && kind < 9 ? dice.pick(real) : makeMail(dice).raw;
  return { raw: mutateMail(dice, from, real), words: [] };
}

/** What a stretch of fuzzing found. */
export interface FuzzRun {
  mails: number;
  cpuSeconds: number;
  readonly findings: (Finding & { readonly seed: number })[];
}

/** Fuzzes from a seed on until so many mails were tried or so much CPU was used; failing mails are kept in `keepIn`. */
export async function fuzzMails(ask: {
  firstSeed: number;
  mails: number;
  cpuSeconds: number;
  keepIn?: string;
  tell?: (run: FuzzRun) => void;
}): Promise<FuzzRun> {
  const real = realMails();
  const run: FuzzRun = { mails: 0, cpuSeconds: 0, findings: [] };
  const began = process.cpuUsage();
  while (run.mails < ask.mails && run.cpuSeconds < ask.cpuSeconds) {
    const seed = ask.firstSeed + run.mails;
    const mail = mailOfSeed(seed, real);
    const findings = await checkMail(mail);
    run.mails += 1;
    for (const finding of findings) run.findings.push({ ...finding, seed });
    if (findings.length > 0 && ask.keepIn) {
      mkdirSync(ask.keepIn, { recursive: true });
      writeFileSync(join(ask.keepIn, `${seed}.eml`), mail.raw);
    }
    const used = process.cpuUsage(began);
    run.cpuSeconds = (used.user + used.system) / 1_000_000;
    if (run.mails % 500 === 0) ask.tell?.(run);
  }
  return run;
}
