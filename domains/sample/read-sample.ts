import { brandsServed } from '#domains/brands';
import { isSample, storyIsTold } from '#domains/identity';
import { countedTo } from '#domains/brands/contract';
import type { ReadCtx } from '#platform/ctx';
import type { Asker, Tools } from '#platform/domain';
import type { SampleView } from './contract.ts';
import { can } from './policy.ts';
import { type Sample, sampleOf } from './queries.ts';

const nothing = { share: 0, holds: [], can: [] } as const;

/** How it stands with the sample shop, and what whoever asks may do with it. */
export async function readSample(tools: Tools, { workspaceId, actor }: Asker): Promise<SampleView> {
  const found = await tools.read({ workspaceId, actor }, async (ctx) => ({
    sample: await sampleOf(ctx),
    isOne: await isSample(ctx),
    isElsewhere: await storyIsTold(ctx),
  }));
  if (found.isOne) return { state: 'is-sample', ...nothing, holds: [], can: [] };
  const may = can.administer(actor);
  const { sample } = found;
  if (!sample) {
    const isFree = !found.isElsewhere;
    return { state: isFree ? 'none' : 'elsewhere', share: 0, holds: [], can: may && isFree ? ['load'] : [] };
  }
  return {
    state: sample.state,
    share: sample.share,
    holds: sample.state === 'ready' ? await holdsOf(tools, sample) : [],
    can: may ? canOf(sample) : [],
  };
}

function canOf({ state }: Sample): SampleView['can'] {
  if (state === 'ready') return ['enter', 'remove'];
  return state === 'failed' ? ['load'] : [];
}

/** What is in the shop, as its domains count what they keep of a brand. */
async function holdsOf(tools: Tools, { sampleId }: Sample): Promise<SampleView['holds']> {
  return tools.read({ workspaceId: sampleId }, async (ctx) => {
    const brandIds = (await brandsServed(ctx)).map(({ id }) => id);
    const holds = [];
    for (const { says, count } of ctx.house.ofBrand) holds.push({ says, count: await total(ctx, brandIds, count) });
    return holds.filter(({ count }) => count > 0) as SampleView['holds'];
  });
}

async function total(
  ctx: ReadCtx,
  brandIds: readonly string[],
  count: (ctx: ReadCtx, brandId: string, limit: number) => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (const brandId of brandIds) sum += await count(ctx, brandId, countedTo);
  return sum;
}
