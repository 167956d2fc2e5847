import * as z from 'zod';
import type { ReadCtx } from '#platform/ctx';
import { problem } from '#platform/problem';
import type { FieldType, FieldView } from './contract.ts';
import { fieldsOf } from './fields.ts';
import { unsaidOf, type Values } from './contract/form.ts';
import { readMinor } from './read-money.ts';

/** Largest sum of one thing's fields, in bytes of JSON. */
const customLimitBytes = 65_536;

const fieldsTooLarge = problem(
  'customers/fields-too-large',
  413,
  'These fields are too large',
  'Put long texts into a note.',
);
const unknownField = problem(
  'customers/unknown-field',
  422,
  'This form has no such field',
  'Load the page again to see its fields.',
);
const wrongValue = problem('customers/wrong-value', 422, 'A field cannot be that', 'Write it as the field asks for.');

const link = z
  .string()
  .max(2_000)
  .url({ protocol: /^https?$/ });
/** What a value of each type looks like, and how it is said where it does not. */
const types: Readonly<Record<FieldType, { readonly schema: z.ZodType; readonly says: string }>> = {
  text: { schema: z.string().max(2_000), says: 'words, at most 2,000 letters' },
  number: { schema: z.number().min(-1e15).max(1e15), says: 'a number' },
  date: { schema: z.iso.date(), says: 'a day, like 2026-11-17' },
  boolean: { schema: z.boolean(), says: 'yes or no' },
  link: { schema: link, says: 'a link that begins with https://' },
  choice: { schema: z.string(), says: 'one of its choices' },
  choices: { schema: z.array(z.string()).max(200), says: 'some of its choices' },
  money: {
    schema: z.strictObject({ amountMinor: z.int().min(-1e15).max(1e15), currency: z.string() }),
    says: 'an amount in its currency',
  },
};

/**
 * The fields of one thing after a change: each value is what its field asks for, null takes it away. Values of fields that
 * were put away stay as they are.
 */
export async function changedValues(
  ctx: ReadCtx,
  of: {
    readonly kind: FieldView['kind'];
    readonly brandId: string;
    readonly before: Values;
    /** Its fields, where whoever asks has read them already: an import does for each line. */
    readonly form?: readonly FieldView[] | undefined;
  },
  changes: Values,
): Promise<Record<string, unknown>> {
  if (Object.keys(changes).length === 0) return { ...of.before };
  const form = of.form ?? (await fieldsOf(ctx, of.kind, of.brandId));
  for (const [id, value] of Object.entries(changes)) {
    const field = form.find((one) => one.id === id);
    if (!field) throw unknownField({ detail: id });
    if (value !== null) checkValue(field, value);
  }
  const after = Object.fromEntries(Object.entries({ ...of.before, ...changes }).filter(([, value]) => value !== null));
  if (JSON.stringify(after).length > customLimitBytes) throw fieldsTooLarge();
  return after;
}

/** Refuses what a field cannot be, by its name and in words. */
export function checkValue(field: FieldView, value: unknown): void {
  const { schema, says } = types[field.type];
  const isRight =
    schema.safeParse(value).success &&
    chosenOf(field, value).every((id) => field.choices.some((choice) => choice.id === id)) &&
    (field.type !== 'money' || (value as { currency: string }).currency === field.currency);
  if (!isRight) throw wrongValue({ detail: `“${field.name}” takes ${says}.` });
}

function chosenOf(field: FieldView, value: unknown): readonly string[] {
  if (field.type === 'choice') return [value as string];
  return field.type === 'choices' ? (value as readonly string[]) : [];
}

/** The names of what must still be said before something is closed. */
export async function unsaidBeforeClosing(ctx: ReadCtx, brandId: string, values: Values): Promise<readonly string[]> {
  return unsaidOf(await fieldsOf(ctx, 'conversation', brandId), values).map(({ name }) => name);
}

/** The same of many of one brand, asked once: whether something is still to be said. */
export async function closingAsks(ctx: ReadCtx, brandId: string): Promise<(values: Values) => boolean> {
  const form = await fieldsOf(ctx, 'conversation', brandId);
  return (values) => unsaidOf(form, values).length > 0;
}

/** A value of a field as a file or a person writes it; what it cannot be is refused by its name. */
export function readValue(field: FieldView, text: string): unknown {
  const value = readers[field.type](text.trim(), field);
  checkValue(field, value);
  return value;
}

const yes: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'ja', 'si', 'sí', 'oui']);
const no: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', 'nein', 'non']);

const readers: Readonly<Record<FieldType, (text: string, field: FieldView) => unknown>> = {
  text: (text) => text,
  number: (text) => (text === '' ? null : Number(text.replace(/\s/g, ''))),
  date: (text) => text,
  link: (text) => text,
  boolean: (text) => yes.has(text.toLowerCase()) || (no.has(text.toLowerCase()) ? false : text),
  choice: (text, field) => choiceNamed(field, text),
  choices: (text, field) => text.split(/[;|]/).map((part) => choiceNamed(field, part.trim())),
  money: (text, field) => {
    const currency = field.currency ?? 'EUR';
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
    return { amountMinor: readMinor(text, currency, digits ?? 2), currency };
  },
};

function choiceNamed(field: FieldView, name: string): string {
  return field.choices.find((choice) => choice.name.toLowerCase() === name.toLowerCase())?.id ?? name;
}
