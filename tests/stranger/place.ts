/// <reference types="vite/client" />
import { insertServed, openBrand } from '#domains/brands';
import { insertQueue, standardQueueOf } from '#domains/teams';
import { newId } from '#platform/database';
import type { House, RouteSpecimen, Specimen, SpecimenPlace, Specimens } from '#platform/domain';
import type { Actor } from '#platform/policy';
import type { World } from '../support/world.ts';
import type { Workspace } from '../support/workspace.ts';

/** The real objects that domains lay ready, by kind, and what they say of their routes. */
export interface Gathered {
  readonly objects: ReadonlyMap<string, Specimen>;
  readonly routes: ReadonlyMap<string, RouteSpecimen>;
}

const files = import.meta.glob<{ specimens: Specimens }>('../../domains/*/specimens.ts', { eager: true });

/** Gathers `domains/<x>/specimens.ts`. */
export function gatherSpecimens(): Gathered {
  const all = Object.values(files).map(({ specimens }) => specimens);
  return {
    objects: new Map(all.flatMap(({ objects }) => Object.entries(objects))),
    routes: new Map(all.flatMap(({ routes }) => Object.entries(routes ?? {}))),
  };
}

/** One brand of one workspace, where objects are made anew for each route. */
export interface Place {
  readonly workspace: Workspace;
  readonly brandId: string;
  /** Ids of fresh objects, by kind. */
  fresh(kinds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** The place of a workspace's brand. */
export async function placeIn(
  world: World,
  gathered: Gathered,
  workspace: Workspace,
  brandId: string,
  teammateId: string,
): Promise<Place> {
  const queue = await workspace.read(null, (ctx) => standardQueueOf(ctx, brandId));
  if (!queue) throw new Error('A brand without a queue.');
  return {
    workspace,
    brandId,
    fresh: (kinds) =>
      workspace.act(null, async (ctx) => {
        const made = new Map<string, string>();
        const place: SpecimenPlace = {
          brandId,
          teamId: queue.teamId,
          queueId: queue.id,
          teammateId,
          files: world.files,
          async of(kind) {
            const known = made.get(kind);
            if (known) return known;
            const specimen = gathered.objects.get(kind);
            if (!specimen) throw new Error(`Nobody makes a ${kind}: add it to the specimens.ts of its domain.`);
            const id = await specimen.make(ctx, place);
            made.set(kind, id);
            return id;
          },
        };
        for (const kind of kinds) await place.of(kind);
        return made;
      }),
  };
}

/** A second brand of a workspace, with a queue of its own that the same team works. */
export async function secondBrand(workspace: Workspace): Promise<string> {
  return workspace.act(null, async (ctx) => {
    const brand = await openBrand(ctx, { name: `Second ${newId().slice(-6)}` });
    if (!(await standardQueueOf(ctx, brand.id)))
      await insertQueue(ctx, { name: 'Second', brandId: brand.id, teamId: workspace.teamId });
    return brand.id;
  });
}

/** Somebody who may do everything the house knows, for these brands. */
export function allMighty(
  house: House,
  id: string,
  workspace: Workspace,
  brandIds: ReadonlySet<string> | 'all',
): Actor {
  return {
    kind: 'teammate',
    id,
    permissions: new Map(house.permissions.map(({ name }) => [name, 'all'])),
    teamIds: new Set([workspace.teamId]),
    brandIds,
  };
}

/** A real teammate of one brand who holds what this kind of people from outside can be given, and nothing of the desk's. */
export async function fromOutside(
  house: House,
  workspace: Workspace,
  brandId: string,
  kind: 'guest' | 'client',
): Promise<Actor> {
  const somebody = await servesOnly(house, workspace, brandId);
  const outside = house.permissions.filter(
    ({ name, isOutside }) => isOutside && name.endsWith('.client') === (kind === 'client'),
  );
  return { ...somebody, permissions: new Map(outside.map(({ name }) => [name, 'brand'])), teamIds: new Set() };
}

/** A real teammate who serves one brand alone. */
export async function servesOnly(house: House, workspace: Workspace, brandId: string): Promise<Actor> {
  const { id } = await workspace.teammate('administrator');
  await workspace.act(null, (ctx) => insertServed(ctx, brandId, id));
  return allMighty(house, id, workspace, new Set([brandId]));
}
