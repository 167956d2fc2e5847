import { useQueryClient } from '@tanstack/react-query';
import { useRooms, usePages } from '#platform/ui';
import { listChatLimits, mostAtOnce, readMyChatLimit } from '../contract.ts';

/** The numbers as they are now, followed live. */
export function useLimits() {
  useRooms(['chat-limit:all']);
  return usePages(listChatLimits, { query: {} });
}

/** What to ask anew when a number changed: also one's own desk. */
export function useLimitsChanged(): () => void {
  const client = useQueryClient();
  return () => {
    for (const { path } of [listChatLimits, readMyChatLimit]) void client.invalidateQueries({ queryKey: [path] });
  };
}

/** The numbers there are, as a field offers them. */
export const numbers = Array.from({ length: mostAtOnce }, (_, at) => {
  const id = String(at + 1);
  return { id, label: id };
});
