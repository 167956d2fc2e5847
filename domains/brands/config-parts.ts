import * as z from 'zod';
import type { ReadCtx } from '#platform/ctx';
import { type ConfigNames, configPart } from '#platform/domain';
import { problem } from '#platform/problem';
import { changeBrand } from './change-brand.ts';
import { changeLine } from './change-line.ts';
import { channelKinds } from '#platform/contract';
import { casePolicies } from './contract.ts';
import { openBrand } from './open-brand.ts';
import { openLine } from './open-line.ts';
import { secretNames } from './line-secrets.ts';
import { can } from './policy.ts';
import { type Brand, brandsServed, firstBrand, linesServed } from './queries.ts';

const noSuchBrand = problem(
  'brands/no-brand-of-this-name',
  422,
  'There is no brand of this name',
  'Name it under "brands" first, or mend the spelling.',
);

/** Of the first brand nothing is said: a workspace with one brand never reads the word. */
export async function brandNamed(ctx: ReadCtx, name: string | undefined): Promise<Brand> {
  if (name === undefined) return firstBrand(ctx);
  const brand = (await brandsServed(ctx)).find((one) => one.name === name);
  if (!brand) throw noSuchBrand({ detail: name });
  return brand;
}

/** How a brand is named in a file of set-up. */
export function nameIfNotFirst(brands: readonly Brand[], id: string): { brand?: string } {
  const brand = brands.find((one) => one.id === id);
  return brand && !brand.isFirst ? { brand: brand.name } : {};
}

export const brandsPart = configPart({
  name: 'brands',
  says: 'Brands and how they look. A workspace with one has none here.',
  permission: 'brands.configure',
  tables: ['brands'],
  item: z.strictObject({
    /** The one of which the other parts say nothing. */
    isFirst: z.boolean().default(false),
    name: z.string().trim().min(1).max(120),
    hue: z.number().int().min(0).max(359),
    locale: z.string().max(35),
    zone: z.string().max(64),
  }),
  keyOf: ({ name, isFirst }) => (isFirst ? '' : name),
  async read(ctx) {
    const brands = await brandsServed(ctx);
    if (brands.length < 2) return [];
    return brands.map(({ isFirst, name, hue, locale, zone }) => ({ isFirst, name, hue, locale, zone }));
  },
  async write(ctx, { isFirst, ...item }) {
    const brands = await brandsServed(ctx);
    const there = isFirst ? await firstBrand(ctx) : brands.find((one) => !one.isFirst && one.name === item.name);
    if (there) await changeBrand(ctx, there.id, item);
    else await openBrand(ctx, item);
  },
});

export const linesPart = configPart({
  name: 'lines',
  says: 'How customers reach us. Passwords and keys are not in it: a line opened from a file asks for them.',
  permission: 'lines.configure',
  tables: ['lines', 'line_secrets'],
  item: z.strictObject({
    brand: z.string().optional(),
    channel: channelKinds,
    address: z.string().trim().min(1).max(320),
    name: z.string().trim().min(1).max(120),
    casePolicy: z.enum(casePolicies),
    caseWindowHours: z.number().int().min(1).max(8784).nullable(),
    settings: z.record(z.string(), z.unknown()),
  }),
  keyOf: (line) => lineKey(line),
  async read(ctx) {
    const [brands, lines] = [await brandsServed(ctx), await linesServed(ctx, {})];
    return lines
      .filter((line) => can.configureLine(ctx.actor, line.brandId))
      .map(({ brandId, channel, address, name, casePolicy, caseWindowHours, settings }) => ({
        ...nameIfNotFirst(brands, brandId),
        channel,
        address,
        name,
        casePolicy,
        caseWindowHours,
        settings,
      }));
  },
  async write(ctx, { brand, ...line }) {
    const { id: brandId } = await brandNamed(ctx, brand);
    const isThis = (one: { channel: string; address: string }): boolean =>
      one.channel === line.channel && one.address.toLowerCase() === line.address.toLowerCase();
    const there = (await linesServed(ctx, { brandId })).find(isThis);
    if (there) await changeLine(ctx, there.id, line);
    else await openLine(ctx, { ...line, brandId });
  },
  async waiting(ctx) {
    const lines = await linesServed(ctx, {});
    const known = await secretNames(
      ctx,
      lines.map(({ id }) => id),
    );
    return lines
      .filter(({ id, channel, settings }) => ctx.house.channels.get(channel)?.signsIn?.(settings) && !known.has(id))
      .map((line) => ({ key: lineKey(line), says: 'Its password is not in a file: open it under Settings, Lines.' }));
  },
});

function lineKey({ channel, address }: { readonly channel: string; readonly address: string }): string {
  return `${channel} ${address.toLowerCase()}`;
}

/** Brands and lines, where filters and rules name them. */
export const configNames: readonly ConfigNames[] = [
  { of: 'brands', read: brandsServed },
  {
    of: 'lines',
    read: async (ctx) => (await linesServed(ctx, {})).map(({ id, address }) => ({ id, name: address })),
  },
];

/** A name of something that a brand has: alone where it is the first brand's, else after the brand. */
export function nameWithin(brands: readonly Brand[], brandId: string | null, name: string): string {
  const { brand } = brandId === null ? {} : nameIfNotFirst(brands, brandId);
  return brand === undefined ? name : `${brand}/${name}`;
}
