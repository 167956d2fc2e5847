import type { InputHTMLAttributes, ReactElement, ReactNode } from 'react';
import { Field } from './field.tsx';
import { useOffers } from './offers.tsx';

/** A line to fill in that offers what is known, in our own list. What is offered nowhere can be typed all the same. */
export function ComboField(
  props: Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'list'> & {
    readonly label: string;
    readonly hint?: ReactNode;
    readonly problem?: string | undefined;
    readonly value: string;
    readonly offered: readonly string[];
    readonly onText: (text: string) => void;
    /** One of the list was taken; without it the words become it. */
    readonly onTake?: (one: string) => void;
    /** Whose it is, where what is taken says it to nobody. */
    readonly nameOf?: (one: string) => string;
  },
): ReactElement {
  const { offered, onText, onTake = onText, nameOf, ...field } = props;
  const offers = useOffers({ label: props.label, offered, text: props.value, onTake, nameOf });
  return (
    <div className="relative">
      <Field
        {...field}
        {...offers.field}
        onChange={(event) => {
          onText(event.target.value);
          offers.open();
        }}
      />
      {offers.list}
    </div>
  );
}
