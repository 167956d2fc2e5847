import { readCustomer } from '#domains/customers/contract';
import { useView } from '#platform/ui';
import { isZone } from './both-times.ts';

/** The zone of the customer, where it is known and this browser knows it too. */
export function useTheirZone(customerId: string): string | undefined {
  const zone = useView(readCustomer, { params: { id: customerId } }).data?.zone;
  return zone && isZone(zone) ? zone : undefined;
}
