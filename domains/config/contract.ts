/** The set-up as a file, as both sides of the wire see it. Browser-safe. */
import * as z from 'zod';
import { event, ownWords, route } from '#platform/contract';

const access = { permission: 'config.apply' } as const;
/** Most things of one part in a file. */
const partLimit = 2_000;

/** A file changed the set-up; how many things it made or changed. */
export const configApplied = event('config.applied', 1, z.object({ made: z.int(), changed: z.int() }));

/** Parts by their names, each a list; the parts themselves say what their things look like. */
export const ConfigFile = z.record(z.string().max(80), z.array(z.record(z.string(), z.unknown())).max(partLimit));
export type ConfigFile = z.output<typeof ConfigFile>;

export const outcomes = ['made', 'changed', 'same', 'refused'] as const;

export const ConfigChange = z.object({
  part: z.string(),
  /** Its place in the list of its part, from 0. */
  at: z.int(),
  /** What the thing is called. */
  name: z.string(),
  outcome: z.enum(outcomes),
  /** Of a changed thing: its fields that differ. */
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  /** Of a refused thing, in words. */
  why: ownWords(z.string()).nullable(),
});
export type ConfigChange = z.output<typeof ConfigChange>;

export const readConfig = route({
  method: 'GET',
  path: '/api/config',
  summary: 'The set-up as a file would hold it: names in place of ids, without secrets, as far as you may change it.',
  access,
  reply: z.object({
    parts: z.array(z.object({ name: z.string(), says: ownWords(z.string()) })),
    config: ConfigFile,
  }),
});

export const applyConfig = route({
  method: 'POST',
  path: '/api/config',
  summary:
    'Bring the set-up to what a file says: all of it or, when one thing is refused, nothing. Nothing is removed.',
  access,
  body: z.object({
    config: ConfigFile,
    /** Only say what would happen. */
    dryRun: z.boolean().default(false),
  }),
  reply: z.object({
    applied: z.boolean(),
    changes: z.array(ConfigChange),
    /** What is set up here and not in the parts of the file: it stays. */
    notInFile: z.array(z.object({ part: z.string(), name: z.string() })),
    /** What of the file works only when somebody has typed in a secret, and where. */
    waiting: z.array(z.object({ part: z.string(), name: z.string(), says: ownWords(z.string()) })),
  }),
});
