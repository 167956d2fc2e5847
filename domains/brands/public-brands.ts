import { ownWorkspaceIds } from '#domains/identity';
import type { Tools } from '#platform/domain';
import { type Brand, brandsServed } from './queries.ts';

/** A brand as its customers come to it from outside, before anybody knows who they are. */
export interface PublicBrand {
  readonly workspaceId: string;
  readonly brand: Brand;
}

/** Strangers may ask as often as they like: the brands are read once in this time. */
const keepMs = 15_000;
/** Most workspaces whose brands are looked through; a larger house gives each its own host in front. */
const workspaceLimit = 200;

const kept = new WeakMap<Tools['house'], { until: number; all: Promise<readonly PublicBrand[]> }>();

/**
 * The brand a public page is about: by its slug or id, or the only first brand where no name is given. Null where there
 * is none, or where several workspaces have one of that slug: nobody is shown the wrong one.
 */
export async function findPublicBrand(tools: Tools, name: string | null): Promise<PublicBrand | null> {
  const all = await publicBrands(tools);
  const found = all.filter(({ brand }) => (name === null ? brand.isFirst : brand.slug === name || brand.id === name));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function publicBrands(tools: Tools): Promise<readonly PublicBrand[]> {
  const before = kept.get(tools.house);
  if (before && before.until > Date.now()) return before.all;
  const all = readAll(tools);
  kept.set(tools.house, { until: Date.now() + keepMs, all });
  // a failure is not remembered
  all.catch(() => kept.delete(tools.house));
  return all;
}

async function readAll(tools: Tools): Promise<readonly PublicBrand[]> {
  const workspaceIds = (await ownWorkspaceIds(tools)).slice(0, workspaceLimit);
  const lists = await Promise.all(
    workspaceIds.map((workspaceId) =>
      tools.read({ workspaceId }, async (ctx) => (await brandsServed(ctx)).map((brand) => ({ workspaceId, brand }))),
    ),
  );
  return lists.flat();
}
