/** The sign of code zero, which the database keeps in no text. */
const nothing = String.fromCharCode(0);

/**
 * Where a value holds what is no text: the sign of code zero, or one half of a pair. Neither can be kept, and both are
 * sent to be taken for something else further in. Null where all is well.
 */
export function brokenTextIn(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return isText(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = isText(name) ? brokenTextIn(part, [...path, name]) : path;
    if (found) return found;
  }
  return null;
}

/** Whether a text can be kept and sent on as it is. */
export function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes(nothing);
}
