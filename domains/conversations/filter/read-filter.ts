import { isUuid } from '#platform/contract';
import { invalidInput } from '#platform/problem';
import { type Condition, Filter, type FilterGroup, filterLimits, isGroup } from '../contract.ts';

/** Reads a filter from an address; one that cannot be read, or that asks for too much at once, is refused in words. */
export function readFilter(text: string | undefined): Filter | undefined {
  if (text === undefined) return undefined;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw refused('is no filter: give it as JSON');
  }
  const read = Filter.safeParse(given);
  if (!read.success) {
    const [first] = read.error.issues;
    throw refused(`${first?.path.join('.') ?? ''}: ${first?.message ?? 'is no filter'}`);
  }
  return checkFilter(read.data);
}

/** Ids with commas between; what is no id names nothing. */
export function readIds(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').filter((id) => isUuid(id));
}

/** A filter of many conditions would read the whole history once for each. */
export function checkFilter(filter: Filter): Filter {
  const count = conditionsOf(filter).length;
  if (count > filterLimits.inAll) throw refused(`asks for ${count} conditions; the most is ${filterLimits.inAll}`);
  return filter;
}

/** Every condition of a filter, however deep. */
export function conditionsOf(group: FilterGroup): readonly Condition[] {
  return group.of.flatMap((part) => (isGroup(part) ? conditionsOf(part) : [part]));
}

function refused(message: string): Error {
  return invalidInput({ fields: [{ path: 'query.filter', message }] });
}
