import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';

/** Real objects of this domain for tests. A notice is somebody's own: for everybody else it does not exist. */
export const specimens: Specimens = {
  objects: {
    PushDevice: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        await ctx.db
          .insertInto('push_devices')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            teammate_id: place.teammateId,
            endpoint: `https://push.invalid/${id}`,
            p256dh: 'specimen',
            auth: 'specimen',
            name: 'Specimen',
            added_at: ctx.now,
          })
          .execute();
        return id;
      },
    },
    Notice: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        const [kind] = ctx.house.noticeKinds.keys();
        await ctx.db
          .insertInto('notices')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            teammate_id: place.teammateId,
            kind: kind ?? 'specimen',
            // of a kind that nobody keeps any more: no policy hides it
            subject_kind: 'specimen',
            subject_id: newId(),
            cause_id: newId(),
            occurred_at: ctx.now,
          })
          .execute();
        return id;
      },
    },
  },
  routes: { 'PUT /api/notices/seen': { positions: ['body.upTo'] } },
};
