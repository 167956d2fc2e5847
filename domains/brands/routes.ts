import { newId } from '#platform/database';
import { answer, answerOutside, type Handler } from '#platform/domain';
import { changeBrand, leaveBrand, serveBrand } from './change-brand.ts';
import { changeLine, closeLine } from './change-line.ts';
import * as contract from './contract.ts';
import { sealLineSecrets } from './line-secrets.ts';
import { openBrand } from './open-brand.ts';
import { openLine } from './open-line.ts';
import { can } from './policy.ts';
import { brandsServed, linesServed } from './queries.ts';
import { brandView, lineView, lineViews } from './views.ts';

export const routes: readonly Handler[] = [
  answer(contract.listBrands, async (ctx) => ({
    rows: (await brandsServed(ctx)).map((brand) => brandView(ctx.actor, brand)),
  })),
  answer(contract.openBrand, (ctx, { body }) => openBrand(ctx, body)),
  answer(contract.changeBrand, (ctx, { params, body }) => changeBrand(ctx, params.id, body)),
  answer(contract.serveBrand, (ctx, { params }) => serveBrand(ctx, params.id, params.teammateId)),
  answer(contract.leaveBrand, (ctx, { params }) => leaveBrand(ctx, params.id, params.teammateId)),
  answer(contract.listLines, async (ctx, { query }) => ({
    rows: await lineViews(ctx, await linesServed(ctx, query)),
    channels: [...ctx.house.channels.values()].map(({ kind, title, icon }) => ({ kind, title, icon })),
    can: can.openLine(ctx.actor) ? ['open' as const] : [],
  })),
  answer(contract.readLine, (ctx, { params }) => lineView(ctx, params.id)),
  // outside a transaction, because secrets are sealed with a key that verbs do not hold
  answerOutside(contract.openLine, (tools, { body }, who) => {
    const id = newId();
    const secrets = sealLineSecrets(tools, { workspaceId: who.workspaceId, lineId: id }, body.secrets);
    return tools.transact({ ...who, via: 'console' }, async (ctx) =>
      lineView(ctx, (await openLine(ctx, { ...body, id, secrets })).id),
    );
  }),
  answerOutside(contract.changeLine, (tools, { params, body }, who) => {
    const secrets = sealLineSecrets(tools, { workspaceId: who.workspaceId, lineId: params.id }, body.secrets ?? {});
    return tools.transact({ ...who, via: 'console' }, async (ctx) =>
      lineView(ctx, (await changeLine(ctx, params.id, { ...body, secrets })).id),
    );
  }),
  answer(contract.closeLine, async (ctx, { params }) => lineView(ctx, (await closeLine(ctx, params.id)).id)),
];
