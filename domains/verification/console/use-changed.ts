import { useQueryClient } from '@tanstack/react-query';
import { listVerifications, listWays } from '../contract.ts';

/** What to ask anew when somebody was checked or a way changed. */
export function useVerificationsChanged(): () => void {
  const client = useQueryClient();
  return () => {
    for (const { path } of [listVerifications, listWays]) void client.invalidateQueries({ queryKey: [path] });
  };
}
