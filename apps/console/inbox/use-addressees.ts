import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { viewOf } from '#platform/ui';
import { listAddressees } from '../routes.ts';

/** Fewer letters find nobody (`list-customers.ts`). */
const fewestLetters = 3;

/**
 * Customers whom a line can write to, by what is typed: address → name. What was found before stands until the next is
 * there: the list does not blink.
 */
export function useAddressees(lineId: string | undefined, typed: string): ReadonlyMap<string, string> {
  const text = useDeferredValue(typed);
  const isAsked = lineId !== undefined && text.length >= fewestLetters;
  const found = useQuery({
    ...viewOf(listAddressees, { query: { lineId: lineId ?? '', text } }),
    enabled: isAsked,
    placeholderData: (before) => before,
  });
  if (!isAsked) return new Map();
  return new Map(found.data?.rows.map(({ address, name }) => [address, name]));
}
