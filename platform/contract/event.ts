import type * as z from 'zod';

/** One kind of fact in the history. */
export interface EventContract<Name extends string, Body extends z.ZodObject> {
  readonly name: Name;
  readonly version: number;
  readonly body: Body;
}

export type AnyEventContract = EventContract<string, z.ZodObject>;

/**
 * Declares an event. Its body holds ids, enums, numbers and times, never text, names or addresses (the house test
 * refuses a free string), so that erasing a customer never rewrites history.
 */
export function event<const Name extends string, Body extends z.ZodObject>(
  name: Name,
  version: number,
  body: Body,
): EventContract<Name, Body> {
  return { name, version, body };
}
