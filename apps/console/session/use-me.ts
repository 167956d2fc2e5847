import { useView } from '#platform/ui';
import { readSession } from '../routes.ts';

/** Who is signed in, once known. */
export function useMe() {
  return useView(readSession, {}).data?.me ?? undefined;
}
