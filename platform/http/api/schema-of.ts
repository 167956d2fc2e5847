import * as z from 'zod';

/** A JSON Schema as the API document carries it. */
export type JsonSchema = { [key: string]: unknown };

/** The formats that say more briefly what their patterns say. */
const spokenFormats = new Set(['uuid', 'date-time', 'date', 'email']);

/** A contract's schema as JSON Schema 2020-12: `input` is what callers send, `output` what they get. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => plain(zodSchema, jsonSchema as JsonSchema, io),
  }) as JsonSchema;
  return rest;
}

function plain(zodSchema: z.core.$ZodType, jsonSchema: JsonSchema, io: 'input' | 'output'): void {
  if (typeof jsonSchema['format'] === 'string' && spokenFormats.has(jsonSchema['format'])) delete jsonSchema['pattern'];
  // whose id it is: metadata of ours, which a document names with the prefix for own words
  if (typeof jsonSchema['object'] === 'string') {
    jsonSchema['x-object'] = jsonSchema['object'];
    delete jsonSchema['object'];
  }
  // An answer may gain fields with a later version; only what was declared strict stays closed.
  const { def } = zodSchema._zod;
  if (io === 'output' && def.type === 'object' && !('catchall' in def && def.catchall))
    delete jsonSchema['additionalProperties'];
}
