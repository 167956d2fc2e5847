import type { FieldView } from './fields.ts';
import { isAsked, isShown, type Values } from './form.ts';

/** What a form shows as it is filled in now, with what must be said. */
export function shownFields(
  all: readonly FieldView[],
  of: { readonly kind: FieldView['kind']; readonly brandId: string },
  values: Values,
): readonly (FieldView & { readonly isAsked: boolean })[] {
  const form = all.filter(
    (field) =>
      field.kind === of.kind && field.archivedAt === null && (field.brandId === null || field.brandId === of.brandId),
  );
  return form
    .filter((field) => isShown(form, field, values))
    .map((field) => ({ ...field, isAsked: isAsked(form, field, values) }));
}
