import { brandKept } from '#domains/brands';
import { customerById } from '#domains/customers';
import type { ReadCtx } from '#platform/ctx';
import { languageOf } from '#platform/words';
import { type Facts, fillIn } from './fill-in.ts';
import type { MailLine } from './mail-line.ts';
import { publicNameOf } from './public-names.ts';

/** Who writes a mail of ours; only a teammate has a name that customers read. */
export interface Writer {
  readonly kind: string;
  readonly id: string | null;
  readonly name: string;
}

/** What a mail of a line may name: its writer as customers know them, the line and its brand. */
export async function letterFacts(
  ctx: ReadCtx,
  line: MailLine,
  writer: Writer,
  about: { readonly customer: string; readonly number: string },
): Promise<Facts> {
  const isTeammate = writer.kind === 'teammate' && writer.id !== null;
  const chosen = isTeammate ? await publicNameOf(ctx, writer.id ?? '') : null;
  const teammate = chosen ?? (isTeammate ? writer.name : '');
  return {
    teammate,
    // a name that was chosen is used whole: it is what they want to be called
    first: chosen ?? teammate.split(' ')[0] ?? '',
    line: line.name,
    brand: (await brandKept(ctx, line.brandId))?.name ?? '',
    ...about,
  };
}

/** The language of who is written to, where it is known; else their brand's. */
export async function languageToWrite(
  ctx: ReadCtx,
  about: { readonly customerId: string; readonly brandId: string },
): Promise<string> {
  const { locale } = await customerById(ctx, about.customerId);
  return languageOf(locale ?? (await brandKept(ctx, about.brandId))?.locale);
}

/** From whom a mail is: as the line says, or by the line's name where that says nothing or names a writer there is not. */
export function fromNameOf(line: MailLine, facts: Facts): string {
  const { fromName } = line.settings;
  if (facts.teammate === '' && /\{(teammate|first)\}/.test(fromName)) return line.name;
  return fillIn(fromName, facts) || line.name;
}
