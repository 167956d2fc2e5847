import * as z from 'zod';

/** Any branded id, for code that only passes ids on. */
export type AnyId = string;

/**
 * The schema of one kind of id, e.g. `id('Conversation')`. The kind is kept as metadata (`object`), so that the
 * stranger test can fill every route with a real id of another workspace.
 */
export function id<const Kind extends string>(kind: Kind): z.core.$ZodBranded<z.ZodUUID, `${Kind}Id`> {
  return z.uuid().meta({ object: kind }).brand<`${Kind}Id`>() as z.core.$ZodBranded<z.ZodUUID, `${Kind}Id`>;
}
