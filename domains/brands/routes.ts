import { newId } from '#platform/database';
import { answer, answerOutside, type Handler } from '#platform/domain';
import { archiveBrand, listArchived, previewArchival, restoreBrand } from './archive-brand.ts';
import { changeBrand, leaveBrand, serveBrand } from './change-brand.ts';
import { changeLine, closeLine } from './change-line.ts';
import * as contract from './contract.ts';
import { sealLineSecrets } from './line-secrets.ts';
import { listServing } from './list-serving.ts';
import { moveLine } from './move-line.ts';
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
  answer(contract.previewArchival, (ctx, { params }) => previewArchival(ctx, params.id)),
  answer(contract.archiveBrand, (ctx, { params, body }) => archiveBrand(ctx, params.id, body.closesLines)),
  answer(contract.restoreBrand, (ctx, { params }) => restoreBrand(ctx, params.id)),
  answer(contract.listArchivedBrands, listArchived),
  answer(contract.listServing, (ctx, { params }) => listServing(ctx, params.id)),
  answer(contract.serveBrand, (ctx, { params }) => serveBrand(ctx, params.id, params.teammateId)),
  answer(contract.leaveBrand, (ctx, { params }) => leaveBrand(ctx, params.id, params.teammateId)),
  // outside a transaction, because how a line is may rest on what the installation brings, which verbs do not hold
  answerOutside(contract.listLines, (tools, { query }, who) =>
    tools.read(who, async (ctx) => ({
      rows: await lineViews(ctx, await linesServed(ctx, query), tools.config),
      channels: [...ctx.house.channels.values()].map(({ kind, title, icon }) => ({ kind, title, icon })),
      can: can.openLine(ctx.actor) ? ['open' as const] : [],
    })),
  ),
  answerOutside(contract.readLine, (tools, { params }, who) =>
    tools.read(who, (ctx) => lineView(ctx, params.id, tools.config)),
  ),
  // outside a transaction, because secrets are sealed with a key that verbs do not hold
  answerOutside(contract.openLine, (tools, { body }, who) => {
    const id = newId();
    const secrets = sealLineSecrets(tools, { workspaceId: who.workspaceId, lineId: id }, body.secrets);
    return tools.transact({ ...who, via: 'console' }, async (ctx) =>
      lineView(ctx, (await openLine(ctx, { ...body, id, secrets })).id, tools.config),
    );
  }),
  answerOutside(contract.changeLine, (tools, { params, body }, who) => {
    const secrets = sealLineSecrets(tools, { workspaceId: who.workspaceId, lineId: params.id }, body.secrets ?? {});
    return tools.transact({ ...who, via: 'console' }, async (ctx) =>
      lineView(ctx, (await changeLine(ctx, params.id, { ...body, secrets })).id, tools.config),
    );
  }),
  answerOutside(contract.moveLine, async (tools, { params, body }, who) => {
    const id = await moveLine(tools, params.id, body.brandId, who);
    return tools.read(who, (ctx) => lineView(ctx, id, tools.config));
  }),
  answer(contract.closeLine, async (ctx, { params }) => lineView(ctx, (await closeLine(ctx, params.id)).id)),
];
