import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useDeferredValue } from 'react';
import { ComboField, viewOf } from '#platform/ui';
import { listAddressees } from '../routes.ts';

/** Fewer letters find nobody (`list-customers.ts`). */
const fewestLetters = 3;

/**
 * To whom one writes first: customers of the line's brand are offered as one types, by name or address; who is known to
 * nobody yet is typed whole. Taking one brings their name along.
 */
export function AddresseeField(props: {
  readonly label: string;
  readonly lineId: string | undefined;
  readonly address: string;
  readonly name: string;
  readonly onChange: (address: string, name: string) => void;
}): ReactElement {
  const names = useAddressees(props.lineId, props.address.trim());
  // A name that came with an address goes with it: the next one would be greeted as somebody else.
  const nameNow = names.get(props.address) === props.name ? '' : props.name;
  return (
    <ComboField
      label={props.label}
      required
      autoFocus
      dir="auto"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      value={props.address}
      offered={[...names.keys()]}
      nameOf={(address) => names.get(address) || address}
      onText={(text) => props.onChange(text, text === props.address ? props.name : nameNow)}
      onTake={(address) => props.onChange(address, names.get(address) || nameNow)}
    />
  );
}

/** Address → name of those found. What was found before stands until the next is there: the list does not blink. */
function useAddressees(lineId: string | undefined, typed: string): ReadonlyMap<string, string> {
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
