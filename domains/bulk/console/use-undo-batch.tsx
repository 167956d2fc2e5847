import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useCallback } from 'react';
import { type Refusal, useAct, useTell } from '#platform/ui';
import { readBatch, undoBatch } from '../contract.ts';
import { follow } from './followed.ts';

/** Says what was refused, and what to do about it. */
export function useRefused(): (refusal: Refusal) => void {
  const tell = useTell();
  return useCallback(
    ({ problem }) => {
      const text = [problem.title, problem.help].filter(Boolean).join('. ');
      tell({ id: 'bulk-refused', icon: <TriangleAlert />, text });
    },
    [tell],
  );
}

/** Takes a whole batch back, and shows how far that is. */
export function useUndoBatch(): (id: string) => void {
  const client = useQueryClient();
  const onError = useRefused();
  const { mutate } = useAct(undoBatch);
  return useCallback(
    (id) => {
      follow(id);
      const onSuccess = (): void => void client.invalidateQueries({ queryKey: [readBatch.path] });
      mutate({ params: { id } } as never, { onSuccess, onError });
    },
    [client, mutate, onError],
  );
}
