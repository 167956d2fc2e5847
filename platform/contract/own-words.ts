import type * as z from 'zod';

/** Which texts of our answers are sentences of our own, and so are said in the reader's language. */
const marks = new WeakMap<z.core.$ZodType, { readonly onlyWhere: string | null }>();

/**
 * Marks a text of a view as our own words: what a permission allows, how a line is. Never what people wrote; where both
 * can stand in one place, `onlyWhere` names the field beside it that is true for ours.
 */
export function ownWords<T extends z.ZodType>(text: T, onlyWhere: string | null = null): T {
  marks.set(text, { onlyWhere });
  return text;
}

/** How a text was marked; undefined where it was not. */
export function ownWordsOf(schema: z.core.$ZodType): { readonly onlyWhere: string | null } | undefined {
  return marks.get(schema);
}
