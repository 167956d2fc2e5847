import { teammateName } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound } from '#platform/problem';
import { type Facts, fillIn } from './fill-in.ts';
import { mailLineById } from './mail-line.ts';
import { mySignatures } from './signatures.ts';

/** What a mail of the reader on a line will carry around their words, as a customer sees it. */
export async function readLetter(ctx: ReadCtx, lineId: string) {
  const line = await mailLineById(ctx, lineId);
  if (!line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  const teammate = ctx.actor.id ? await teammateName(ctx, ctx.actor.id) : '';
  const facts: Facts = { teammate, first: teammate.split(' ')[0] ?? '', customer: '', line: line.name, number: '' };
  const own = ctx.actor.id ? await mySignatures(ctx) : [];
  const chosen = own.find((one) => one.brandId === line.brandId) ?? own.find((one) => one.brandId === null);
  return {
    fromName: fillIn(line.settings.fromName, facts) || line.name,
    fromAddress: line.address,
    facts,
    template: line.settings.replyTemplate,
    lineSignature: line.settings.signature,
    signature: fillIn(chosen?.text ?? line.settings.signature, facts),
  };
}
