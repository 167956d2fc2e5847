import { teammateName } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound } from '#platform/problem';
import { fillIn } from './fill-in.ts';
import { fromNameOf, letterFacts } from './letter-facts.ts';
import { mailLineById } from './mail-line.ts';
import { mySignatures } from './signatures.ts';

/** What a mail of the reader on a line will carry around their words, as a customer sees it. */
export async function readLetter(ctx: ReadCtx, lineId: string) {
  const line = await mailLineById(ctx, lineId);
  if (!line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  const name = ctx.actor.id ? await teammateName(ctx, ctx.actor.id) : '';
  const facts = await letterFacts(ctx, line, { ...ctx.actor, name }, { customer: '', number: '' });
  const own = ctx.actor.id ? await mySignatures(ctx) : [];
  const chosen = own.find((one) => one.brandId === line.brandId) ?? own.find((one) => one.brandId === null);
  return {
    fromName: fromNameOf(line, facts),
    fromAddress: line.address,
    facts,
    template: line.settings.replyTemplate,
    lineSignature: line.settings.signature,
    signature: fillIn(chosen?.text ?? line.settings.signature, facts),
  };
}
