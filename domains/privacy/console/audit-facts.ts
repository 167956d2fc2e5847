/** Parts of a change that say nothing to a reader: the line itself tells of what it is. */
export const unsaid: ReadonlySet<string> = new Set(['id', 'workspaceId']);

/** One part of a change: where it stands in what was changed, and how it was and is. */
export interface AuditFact {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

type Parts = Readonly<Record<string, unknown>>;

/** What differs, part by part; what lies within a part stands in a row of its own. */
export function factsOf(before: unknown, after: unknown, path: readonly string[] = []): readonly AuditFact[] {
  const sides = [before, after];
  const isWithin = sides.some(isParts) && sides.every((side) => isParts(side) || isNothing(side));
  if (!isWithin) return isSame(before, after) ? [] : [{ path, before, after }];
  const [old, now] = sides.map((side) => (isParts(side) ? side : {}));
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
  return [...names]
    .filter((name) => !unsaid.has(name))
    .flatMap((name) => factsOf(old?.[name], now?.[name], [...path, name]));
}

function isSame(before: unknown, after: unknown): boolean {
  return (isNothing(before) && isNothing(after)) || JSON.stringify(before) === JSON.stringify(after);
}

/** Whether nothing stands there: an empty text says no more than none. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether a value has parts of its own. */
export function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
