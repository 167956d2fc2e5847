import { createContext, type ReactElement, type ReactNode, useContext, useMemo } from 'react';
import { type Elsewhere, firstNameOf, fullMomentOf, useView } from '#platform/ui';
import { readCustomer } from '../routes.ts';

const TheirClockContext = createContext<Elsewhere | undefined>(undefined);

/** Within it times tell, in their tooltips, what the customer's own clock showed. */
export function TheirClock(props: {
  readonly customer: { readonly id: string; readonly name: string };
  readonly children: ReactNode;
}): ReactElement {
  const { id, name } = props.customer;
  const zone = useView(readCustomer, { params: { id } } as never).data?.zone;
  const theirs = useMemo(() => (zone ? { name: firstNameOf(name), zone } : undefined), [name, zone]);
  return <TheirClockContext value={theirs}>{props.children}</TheirClockContext>;
}

/** How the tooltip of a time reads here. */
export function useFullMoment(): (at: string) => string {
  const theirs = useContext(TheirClockContext);
  return (at) => fullMomentOf(at, theirs);
}
