import * as z from 'zod';

/** What every refusal looks like on the wire: RFC 9457 problem details, with our code and a next step. */
export const Problem = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  help: z.string().optional(),
  /** Fields that were wrong, each with its path and what is asked for. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Facts the caller needs to go on (for instance what arrived meanwhile). */
  more: z.record(z.string(), z.unknown()).optional(),
});
export type ProblemBody = z.output<typeof Problem>;
