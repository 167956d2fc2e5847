import * as z from 'zod';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** Whether a text has the form of an id, so that a query may be asked with it. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** Any branded id, for code that only passes ids on. */
export type AnyId = string;

/**
 * The schema of one kind of id, e.g. `id('Conversation')`. The kind is kept as metadata (`object`), so that the
 * stranger test can fill every route with a real id of another workspace.
 */
export function id<const Kind extends string>(kind: Kind): z.core.$ZodBranded<z.ZodUUID, `${Kind}Id`> {
  return z.uuid().meta({ object: kind }).brand<`${Kind}Id`>() as z.core.$ZodBranded<z.ZodUUID, `${Kind}Id`>;
}
