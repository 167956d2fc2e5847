/** Bringing data in from files, as both sides of the wire see it. Browser-safe. */
import * as z from 'zod';
import { cursor, event, id, ownWords, page, route } from '#platform/contract';

export const ImportId = id('Import');
const BrandId = z.uuid().meta({ object: 'Brand' });

/** A file was brought in; how many lines made or changed something. */
export const importRan = event('import.ran', 1, z.object({ made: z.int(), changed: z.int(), refused: z.int() }));
/** What a file had brought was taken back. */
export const importUndone = event('import.undone', 1, z.object({ undone: z.int(), kept: z.int() }));

export const importStates = ['draft', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'failed'] as const;
export const outcomes = ['made', 'changed', 'same', 'refused', 'undone', 'kept'] as const;
export type Outcome = (typeof outcomes)[number];

export const ImportField = z.object({
  name: z.string(),
  title: ownWords(z.string()),
  isRequired: z.boolean(),
  example: z.string(),
});

export const ImportKindView = z.object({ kind: z.string(), title: ownWords(z.string()), says: ownWords(z.string()) });
export type ImportKindView = z.output<typeof ImportKindView>;

/** Field → the column that holds it; a field that is left out is left as it is. */
const Mapping = z.record(z.string().max(80), z.string().max(200));
/** Field → what it is in every line, for what the file leaves unsaid. */
const Same = z.record(z.string().max(80), z.string().trim().min(1).max(500));
const OnKnown = z.enum(['update', 'keep']);

export const ImportRow = z.object({
  id: ImportId,
  brandId: BrandId,
  kind: z.string(),
  fileName: z.string(),
  state: z.enum(importStates),
  rowCount: z.int(),
  progress: z.int(),
  counts: z.partialRecord(z.enum(outcomes), z.int()),
  madeAt: z.iso.datetime(),
});

export const ImportView = ImportRow.extend({
  headers: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  fields: z.array(ImportField),
  mapping: Mapping,
  same: Same,
  onKnown: OnKnown,
  can: z.array(z.enum(['check', 'run', 'undo'])),
});
export type ImportView = z.output<typeof ImportView>;

export const ImportLine = z.object({ line: z.int(), outcome: z.enum(outcomes), why: ownWords(z.string()).nullable() });

const access = { permission: 'imports.run' } as const;
const one = z.object({ id: ImportId });
/** Largest file, in characters. */
const textLimit = 20_000_000;

export const listImportKinds = route({
  method: 'GET',
  path: '/api/import-kinds',
  summary: 'What can be brought in from a file.',
  access,
  reply: z.object({ rows: z.array(ImportKindView) }),
});

export const listImports = route({
  method: 'GET',
  path: '/api/imports',
  summary: 'Files that were brought in, the newest first.',
  access,
  query: cursor,
  reply: page(ImportRow),
});

export const startImport = route({
  method: 'POST',
  path: '/api/imports',
  summary: 'Give a CSV file. Nothing is changed yet: say what its columns mean and look at what would happen.',
  access,
  body: z.object({
    brandId: BrandId.optional(),
    kind: z.string().max(40),
    fileName: z.string().trim().min(1).max(200),
    /** The file in base64, as it is. */
    base64: z.base64().max(textLimit * 1.4),
  }),
  bodyLimitBytes: textLimit * 1.5,
  reply: ImportView,
});

export const readImport = route({
  method: 'GET',
  path: '/api/imports/:id',
  summary: 'One import with its columns, its first lines and how far it is.',
  access,
  params: one,
  reply: ImportView,
});

export const checkImport = route({
  method: 'PUT',
  path: '/api/imports/:id/mapping',
  summary: 'Say what the columns mean. Every line is tried and nothing is kept: the report says what would happen.',
  access,
  params: one,
  body: z.object({ mapping: Mapping, same: Same.default({}), onKnown: OnKnown.default('update') }),
  reply: ImportView,
});

export const runImport = route({
  method: 'PUT',
  path: '/api/imports/:id/run',
  summary: 'Bring the file in. It goes on by itself, also when this page is closed.',
  access,
  params: one,
  reply: ImportView,
});

export const undoImport = route({
  method: 'PUT',
  path: '/api/imports/:id/undoing',
  summary: 'Take back what the file brought. What was changed or used since stays, and the report says so.',
  access,
  params: one,
  reply: ImportView,
});

export const listImportLines = route({
  method: 'GET',
  path: '/api/imports/:id/lines',
  summary: 'The report, line by line.',
  access,
  params: one,
  query: cursor.extend({ outcome: z.enum(outcomes).optional() }),
  reply: page(ImportLine),
});

export const exportImportLines = route({
  method: 'POST',
  path: '/api/imports/:id/report',
  summary: 'The report as CSV: each line of the file, what became of it, and why.',
  access,
  params: one,
  body: z.object({ outcome: z.enum(outcomes).optional() }),
  reply: z.unknown(),
  replyIs: 'bytes',
});
