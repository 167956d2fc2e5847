/** Fields that a workspace adds to customers, companies and conversations, as both sides of the wire see them. */
import * as z from 'zod';
import { event, id, route } from '#platform/contract';
import { BrandId } from './ids.ts';

export const FieldId = id('Field');

export const fieldKinds = ['customer', 'company', 'conversation'] as const;
export const fieldTypes = ['text', 'number', 'date', 'choice', 'choices', 'boolean', 'link', 'money'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Most choices of one field. */
const choiceLimit = 200;

/** A field was made, changed, put away or taken back. */
export const fieldChanged = event(
  'field.changed',
  1,
  z.object({ kind: z.enum(fieldKinds), how: z.enum(['made', 'changed', 'archived', 'restored']) }),
);

/** Another field of the same form says this: the id of a choice, yes or no, a number or words. */
export const FieldCondition = z.object({
  fieldId: z.uuid().meta({ object: 'Field' }),
  is: z.union([z.string().max(200), z.number().min(-1e15).max(1e15), z.boolean()]),
});
export type FieldCondition = z.output<typeof FieldCondition>;

const Choice = z.object({ id: z.uuid(), name: z.string().trim().min(1).max(80) });

/** What a field is, beside whose it is. */
export const FieldForm = z.object({
  name: z.string().trim().min(1).max(80),
  choices: z.array(Choice).max(choiceLimit).default([]),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  /** Asked for before a conversation is closed. */
  isRequired: z.boolean().default(false),
  /** Only there when another field says so. */
  shownWhen: FieldCondition.nullable().default(null),
  /** Only asked for when another field says so. */
  requiredWhen: FieldCondition.nullable().default(null),
  position: z.int().min(0).max(10_000).default(0),
});

export const FieldView = FieldForm.extend({
  id: FieldId,
  /** Null: of every brand. */
  brandId: z.uuid().nullable(),
  kind: z.enum(fieldKinds),
  type: z.enum(fieldTypes),
  archivedAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(['edit'])),
});
export type FieldView = z.output<typeof FieldView>;

/** A value as it is kept: words, a number, a day, ids of choices, yes or no, money in its smallest unit. */
export type FieldValue = string | number | boolean | readonly string[] | { amountMinor: number; currency: string };

const configure = { permission: 'fields.configure' } as const;
const one = z.object({ id: FieldId });

export const listFields = route({
  method: 'GET',
  path: '/api/fields',
  summary: 'The fields of customers, companies and conversations of the brands you serve, in the order of their forms.',
  access: 'signed-in',
  reply: z.object({ rows: z.array(FieldView) }),
});

export const makeField = route({
  method: 'POST',
  path: '/api/fields',
  summary: 'Add a field to customers, companies or conversations, of one brand or of all.',
  access: configure,
  body: FieldForm.extend({
    brandId: BrandId.nullable().default(null),
    kind: z.enum(fieldKinds),
    type: z.enum(fieldTypes),
  }),
  reply: FieldView,
});

export const changeField = route({
  method: 'PUT',
  path: '/api/fields/:id',
  summary: 'Change a field’s name, choices and form. What it is (words, a number, …) stays: values of it are kept.',
  access: configure,
  params: one,
  body: FieldForm,
  reply: FieldView,
});

export const archiveField = route({
  method: 'PUT',
  path: '/api/fields/:id/archive',
  summary: 'Put a field away: no form shows it. Its values stay and come back with it.',
  access: configure,
  params: one,
  reply: FieldView,
});

export const restoreField = route({
  method: 'DELETE',
  path: '/api/fields/:id/archive',
  summary: 'Take a field back that was put away.',
  access: configure,
  params: one,
  reply: FieldView,
});
