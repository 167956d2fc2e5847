import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { addTask } from './tasks.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Task: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        await addTask(ctx, await place.of('Conversation'), id, { title: 'Specimen', assigneeId: null, dueAt: null });
        return id;
      },
    },
  },
};
