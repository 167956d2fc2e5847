import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What is asked anew when the conversation changed, and only then. */
export function useFresh(
  conversationId: string,
  version: number | undefined,
  routes: readonly { readonly path: string }[],
): void {
  const client = useQueryClient();
  useEffect(() => {
    if (version === undefined) return;
    for (const { path } of routes) void client.invalidateQueries({ queryKey: [path, { id: conversationId }] });
  }, [client, conversationId, version, routes]);
}
