import type { Demo } from '#platform/domain';
import { newId } from '#platform/database';
import { makeView } from './save-view.ts';

/** The demo's own views: what an agent and a leader look at besides their queues. */
export const demo: Demo = async (story) => {
  const shared = { visibility: 'everybody' as const, teamId: null, columns: [] };
  story.plan(story.now, () =>
    story.at(story.now, 'teammate:daniel', async (ctx) => {
      await makeView(ctx, {
        ...shared,
        id: newId(),
        name: 'Waiting longest',
        sort: 'waiting',
        filter: {
          match: 'all',
          of: [
            { field: 'status', op: 'is', values: ['open'] },
            { field: 'waiting-since', op: 'is-set' },
          ],
        },
      });
      await makeView(ctx, {
        ...shared,
        id: newId(),
        name: 'Urgent, or late',
        sort: 'due',
        filter: {
          match: 'all',
          of: [
            { field: 'status', op: 'is', values: ['open'] },
            {
              match: 'any',
              of: [
                { field: 'priority', op: 'is', values: [4] },
                { field: 'overdue', op: 'is', yes: true },
              ],
            },
          ],
        },
      });
    }),
  );
};
