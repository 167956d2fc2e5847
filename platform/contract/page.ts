import * as z from 'zod';

/** Most rows one page may carry. */
const pageLimitRows = 100;

/** The keyset query every list takes: where to go on, and how many rows. */
export const cursor = z.object({
  after: z.string().max(500).optional().meta({ description: 'The `next` of the page before this one.' }),
  limit: z.coerce.number().int().min(1).max(pageLimitRows).default(50),
});

/** One page of a keyset list; `next` is null on the last page. */
export function page<Row extends z.ZodType>(
  row: Row,
): z.ZodObject<{ rows: z.ZodArray<Row>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}

/** One page as values. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}
