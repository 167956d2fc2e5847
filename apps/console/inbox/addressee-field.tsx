import type { ReactElement } from 'react';
import { ComboField } from '#platform/ui';
import { useAddressees } from './use-addressees.ts';

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
