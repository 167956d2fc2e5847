import { newId } from '#platform/database';
import { writeSetting } from '#domains/identity';
import type { Specimens } from '#platform/domain';
import { systemActor } from '#platform/policy';
import { addTask } from './tasks.ts';
import { listTemplates } from './templates.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Checklist: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        const tasks = [{ title: 'Specimen', dueInHours: null, toMe: false }];
        const all = [...(await listTemplates(ctx)), { id, name: 'Specimen', tasks }];
        await writeSetting({ ...ctx, actor: systemActor }, 'checklists.templates', all);
        return id;
      },
    },
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
