/**
 * A value that nobody can change, through and through: several readers share it. Of plain objects and lists alone: a Date,
 * a Map or a Set would stay changeable.
 */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null)
    throw new Error('Only plain objects and lists can be kept.');
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
