import * as z from 'zod';
import { brandOf } from '#domains/brands';
import { changeSetting, readSetting } from '#domains/identity';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Setting } from '#platform/domain';
import { servesBrand } from '#platform/policy';
import { notFound, problem } from '#platform/problem';
import { VerificationWay } from './contract.ts';

const name = 'verification.ways';
/** Most ways of a workspace. */
const wayLimit = 200;
const tooMany = problem(
  'verification/too-many-ways',
  409,
  'There are too many ways',
  'Remove one that nobody uses, then add this one.',
);

export const settings: readonly Setting[] = [
  {
    name,
    says: 'How it is checked who somebody is, for each brand: what is asked, what may then be said, and how long that holds.',
    schema: z.array(VerificationWay).max(wayLimit),
    standard: [],
    ofBrands: true,
  },
];

/** The ways of the brands the reader serves, by name. */
export async function waysServed(ctx: ReadCtx): Promise<VerificationWay[]> {
  const all = await readSetting<readonly VerificationWay[]>(ctx, name);
  return all
    .filter(({ brandId }) => servesBrand(ctx.actor, brandId))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Adds a way of a brand; the same id again is the same one. */
export async function addWay(ctx: Ctx, way: VerificationWay): Promise<VerificationWay[]> {
  await refuseBrand(ctx, way.brandId);
  await changeSetting<readonly VerificationWay[]>(ctx, name, (all) => {
    const there = all.find(({ id }) => id === way.id);
    if (there && !servesBrand(ctx.actor, there.brandId)) throw notFound();
    const others = all.filter(({ id }) => id !== way.id);
    if (others.length >= wayLimit) throw tooMany();
    return [...others, way];
  });
  return waysServed(ctx);
}

/** Changes a way; what was checked by it stays as it was. */
export async function changeWay(ctx: Ctx, way: VerificationWay): Promise<VerificationWay[]> {
  await refuseBrand(ctx, way.brandId);
  await changeSetting<readonly VerificationWay[]>(ctx, name, (all) => {
    refuseUnknown(ctx, all, way.id);
    return all.map((one) => (one.id === way.id ? way : one));
  });
  return waysServed(ctx);
}

/** Removes a way; what was checked by it stays. */
export async function removeWay(ctx: Ctx, id: string): Promise<VerificationWay[]> {
  await changeSetting<readonly VerificationWay[]>(ctx, name, (all) => {
    refuseUnknown(ctx, all, id);
    return all.filter((one) => one.id !== id);
  });
  return waysServed(ctx);
}

function refuseUnknown(ctx: Ctx, all: readonly VerificationWay[], id: string): void {
  const there = all.find((one) => one.id === id);
  if (!there || !servesBrand(ctx.actor, there.brandId)) throw notFound();
}

async function refuseBrand(ctx: Ctx, brandId: string): Promise<void> {
  if (!servesBrand(ctx.actor, brandId)) throw notFound();
  await brandOf(ctx, brandId);
}
