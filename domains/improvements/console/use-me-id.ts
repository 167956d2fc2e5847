import { readSession } from '#domains/identity/contract';
import { useView } from '#platform/ui';

/** Who looks. */
export function useMeId(): string | undefined {
  return useView(readSession, {}).data?.me?.teammate.id;
}
