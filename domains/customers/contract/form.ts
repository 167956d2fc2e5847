import type { FieldCondition, FieldView } from './fields.ts';

/** The values of one thing: field id → value. */
export type Values = Readonly<Record<string, unknown>>;
type Form = readonly Pick<FieldView, 'id' | 'isRequired' | 'shownWhen' | 'requiredWhen'>[];

/** Whether another field says what a condition asks for; one of several choices is enough. */
export function holdsOf(values: Values, condition: FieldCondition): boolean {
  const said = values[condition.fieldId];
  return Array.isArray(said) ? said.includes(condition.is) : said === condition.is;
}

/** Whether a field is on the form as it is filled in now. What hangs on a hidden field is hidden with it. */
export function isShown(form: Form, field: Form[number], values: Values, depth = 0): boolean {
  const { shownWhen } = field;
  if (shownWhen === null) return true;
  // a circle of conditions shows nothing of itself
  if (depth > form.length) return false;
  const other = form.find(({ id }) => id === shownWhen.fieldId);
  return other !== undefined && holdsOf(values, shownWhen) && isShown(form, other, values, depth + 1);
}

/** Whether a field must be said as the form is filled in now. */
export function isAsked(form: Form, field: Form[number], values: Values): boolean {
  if (!isShown(form, field, values)) return false;
  return field.isRequired || (field.requiredWhen !== null && holdsOf(values, field.requiredWhen));
}

/** What must still be said, in the order of the form. */
export function unsaidOf<F extends Form[number]>(form: readonly F[], values: Values): readonly F[] {
  return form.filter((field) => isAsked(form, field, values) && isEmpty(values[field.id]));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
