import type { ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound } from '#platform/problem';
import { type MailLine, mailLineById } from './mail-line.ts';

/** A line of the brands somebody serves; any other does not exist. */
export async function visibleLine(ctx: ReadCtx, id: string): Promise<MailLine> {
  const line = await mailLineById(ctx, id);
  if (!line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  return line;
}
