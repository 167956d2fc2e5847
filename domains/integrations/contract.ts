/** Where things came from: their ids and numbers in other systems. Browser-safe. */
import * as z from 'zod';

/** The kinds of objects that can have come from elsewhere, in the words of the product. */
export const objectKinds = [
  'customer',
  'company',
  'conversation',
  'message',
  'contact',
  'article',
  'teammate',
  'team',
  'tag',
  'order',
] as const;
export const ObjectKind = z.enum(objectKinds);
export type ObjectKind = z.output<typeof ObjectKind>;
