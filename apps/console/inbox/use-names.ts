import { useMemo } from 'react';
import { usePages, useView } from '#platform/ui';
import { listBoxes, listTeammates, listWords } from '../routes.ts';

/** Names for the ids that views carry: teammates, statuses, queues. Each list is fetched once and kept. */
export function useNames() {
  const teammates = usePages(listTeammates, { query: {} }).data;
  const words = useView(listWords, {}).data;
  const boxes = useView(listBoxes, {}).data;
  return useMemo(() => {
    const people = new Map(teammates?.pages.flatMap((page) => page.rows).map((row) => [String(row.id), row.name]));
    const statuses = new Map(words?.statuses.map((status) => [status.id, status.name]));
    const queues = new Map(boxes?.boxes.flatMap((box) => (box.id === null ? [] : [[box.id, box.name] as const])));
    return {
      people: [...people].map(([id, name]) => ({ id, name })),
      teammate: (id: string | null) => (id === null ? undefined : people.get(id)),
      status: (id: string) => statuses.get(id),
      queuesOf: (brandId: string) =>
        (boxes?.boxes ?? []).flatMap((box) =>
          box.id !== null && box.box === 'queue' && (box.brandId === null || box.brandId === brandId)
            ? [{ id: box.id, name: box.name }]
            : [],
        ),
      queue: (id: string | null) => (id === null ? undefined : queues.get(id)),
      reasons: words?.reasons ?? [],
      statuses: words?.statuses ?? [],
      tags: words?.tags ?? [],
    };
  }, [teammates, words, boxes]);
}
