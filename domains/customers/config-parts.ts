import * as z from 'zod';
import { brandsServed, nameWithin } from '#domains/brands';
import type { ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type ConfigNames, configPart } from '#platform/domain';
import { problem } from '#platform/problem';
import { FieldForm, fieldKinds, fieldTypes, type FieldView, SegmentFilter } from './contract.ts';
import { changeField, listFields, makeField } from './fields.ts';
import { changeSegment, listSegments, makeSegment } from './segments/segments.ts';
import { segmentConditions } from './segments/read-filter.ts';

const brandId = z.string().nullable().default(null);

export const fieldsPart = configPart({
  name: 'fields',
  says: 'Fields of your own on customers, companies and conversations, in the order of their forms.',
  permission: 'fields.configure',
  tables: ['field_definitions'],
  item: z.strictObject({ kind: z.enum(fieldKinds), type: z.enum(fieldTypes), brandId, ...FieldForm.shape }),
  keyOf: ({ kind, brandId: brand, name }) => `${kind} ${brand ?? ''} ${name.toLowerCase()}`,
  async read(ctx) {
    const fields = (await shownFields(ctx)).filter(({ can }) => can.includes('edit'));
    // a condition names a field before it in the file
    const [free, bound] = [fields.filter((field) => !isBound(field)), fields.filter(isBound)];
    return [...free, ...bound].map(({ id: _, can: _can, archivedAt: _away, ...field }) => field);
  },
  async write(ctx, field) {
    const there = (await shownFields(ctx)).find(
      (one) => one.kind === field.kind && one.brandId === field.brandId && isNamed(one, field.name),
    );
    const { kind: _kind, type: _type, brandId: _brand, ...form } = field;
    if (there && there.type !== field.type) throw typeStays({ detail: field.name });
    if (there) await changeField(ctx, there.id, form);
    else await makeField(ctx, field as Parameters<typeof makeField>[1]);
  },
});

const typeStays = problem(
  'customers/type-of-a-field-stays',
  422,
  'What a field is (words, a number, …) stays',
  'Give the file a field of another name.',
);

const isNamed = (one: { name: string }, name: string): boolean => one.name.toLowerCase() === name.toLowerCase();
const isBound = (field: FieldView): boolean => field.shownWhen !== null || field.requiredWhen !== null;

async function shownFields(ctx: ReadCtx): Promise<FieldView[]> {
  return (await listFields(ctx)).filter(({ archivedAt }) => archivedAt === null);
}

export const segmentsPart = configPart({
  name: 'segments',
  says: 'Lists of customers that are shared; one that names a single company belongs to this workspace alone.',
  permission: 'fields.configure',
  tables: ['segments'],
  item: z.strictObject({ name: z.string().trim().min(1).max(80), brandId, filter: SegmentFilter }),
  keyOf: ({ name, brandId: brand }) => `${brand ?? ''} ${name}`,
  read: async (ctx) =>
    (await sharedSegments(ctx)).map(({ name, brandId: brand, filter }) => ({ name, brandId: brand, filter })),
  async write(ctx, segment) {
    const there = (await sharedSegments(ctx)).find(
      (one) => one.name === segment.name && one.brandId === segment.brandId,
    );
    if (there) await changeSegment(ctx, there.id, { ...segment, isShared: true });
    else await makeSegment(ctx, { ...segment, isShared: true, id: newId() });
  },
});

async function sharedSegments(ctx: ReadCtx) {
  return (await listSegments(ctx)).filter(
    ({ isShared, can, filter }) =>
      isShared && can.includes('change') && segmentConditions(filter).every(({ field }) => field !== 'company'),
  );
}

/** Fields, where conditions name them. */
export const configNames: readonly ConfigNames[] = [
  {
    of: 'fields',
    async read(ctx) {
      const brands = await brandsServed(ctx);
      return (await shownFields(ctx)).map(({ id, kind, brandId: brand, name }) => ({
        id,
        name: `${kind}/${nameWithin(brands, brand, name)}`,
      }));
    },
  },
];
