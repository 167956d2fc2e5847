import type * as z from 'zod';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import type { AnyRoute } from '#platform/contract';
import { newId } from '#platform/database';
import { gather, type Handler, routeName } from '#platform/domain';
import { fill } from '../stranger/fill.ts';
import { gatherSpecimens } from '../stranger/place.ts';

/** Every route of the house, for attacks that each of them has to stand. */
export const house = gather(domains, desks);
const specimens = gatherSpecimens();

/** A route by its name, as tests are called. */
export interface Named {
  readonly name: string;
  readonly handler: Handler;
  readonly route: AnyRoute;
}

export const everyRoute: readonly Named[] = house.handlers.map((handler) => ({
  name: routeName(handler.route),
  handler,
  route: handler.route,
}));

/** The routes that change something. */
export const changing = everyRoute.filter(({ route }) => route.method !== 'GET');

/** Its address, with ids of nothing. */
export function addressOf({ path }: AnyRoute): string {
  return path.replaceAll(/:(\w+)/g, () => newId());
}

/** What neither a guess nor a specimen says. */
const alsoNeeded: Readonly<Record<string, object>> = {
  'POST /api/session/second-step': { code: '123456' },
  'PUT /api/me/two-step': { code: '123456' },
  'POST /api/keys': { permissions: { 'conversations.read': 'own' } },
};

/** A body that its contract takes; the ids in it name nothing. */
export async function bodyOf({ name, route }: Named): Promise<Record<string, unknown>> {
  const { value } = await fill(route.body, 'body', async () => newId());
  const more = specimens.routes.get(name)?.body;
  const words = JSON.stringify(more ?? {})
    .replaceAll('{new}', newId())
    .replaceAll('{channel}', 'email');
  return { ...(value as object), ...(JSON.parse(words) as object), ...alsoNeeded[name] };
}

/** Places of a contract that take what they do not name: records with free keys, and values of any kind. */
export function openPlaces(schema: z.core.$ZodType, path = ''): readonly string[] {
  const { def } = schema._zod;
  const inner = (parts: Iterable<readonly [string, z.core.$ZodType]>) =>
    [...parts].flatMap(([step, part]) => openPlaces(part, step === '' ? path : `${path}.${step}`));
  if (def.type === 'object') {
    const { shape, catchall } = def as z.core.$ZodObjectDef;
    const isOpen = catchall !== undefined && catchall._zod.def.type !== 'never';
    return [...(isOpen ? [path] : []), ...inner(Object.entries(shape))];
  }
  if (def.type === 'record') return [path];
  if (['any', 'unknown', 'custom', 'map', 'set'].includes(def.type)) return [path];
  if (def.type === 'array') return inner([['0', (def as z.core.$ZodArrayDef).element]]);
  if (def.type === 'union') return inner((def as z.core.$ZodUnionDef).options.map((option) => ['', option]));
  if (def.type === 'tuple')
    return inner((def as z.core.$ZodTupleDef).items.map((item, index) => [String(index), item]));
  if (def.type === 'lazy') return [];
  if (def.type === 'pipe') return inner([['', (def as z.core.$ZodPipeDef).in]]);
  return 'innerType' in def ? inner([['', def.innerType as z.core.$ZodType]]) : [];
}

/** Adds fields to every object of a value, but for the places that are left alone. */
export function withMore(
  value: unknown,
  more: Readonly<Record<string, unknown>>,
  leave: readonly string[] = [],
  path = '',
): unknown {
  if (leave.includes(path) || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => withMore(one, more, leave, `${path}.0`));
  const parts = Object.entries(value).map(
    ([name, part]) => [name, withMore(part, more, leave, `${path}.${name}`)] as const,
  );
  return { ...more, ...Object.fromEntries(parts) };
}
