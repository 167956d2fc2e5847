import { insertMember } from '#domains/teams';
import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import type { PayGiven } from './contract.ts';
import { enterPay } from './enter-pay.ts';

const range: PayGiven = {
  role: 'customer-service-specialist',
  place: 'jamaica',
  experience: 'starting',
  lowMinor: 100,
  highMinor: 200,
  currency: 'JMD',
  period: 'year',
  year: 2026,
  source: 'Specimen of a source',
  sourceUrl: null,
  means: 'Specimen of a meaning',
};
const text = { kind: 'place', key: 'jamaica', lang: 'en' } as const;
const title = { role: 'customer-service-specialist', place: 'jamaica' } as const;

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    CareerPay: {
      ofBrand: false,
      async make(ctx) {
        const id = newId();
        await enterPay(ctx, id, range);
        return id;
      },
    },
    // somebody of the asker's team who chose that it may be seen
    CareerOwner: {
      ofBrand: false,
      async make(ctx, place) {
        const id = await place.of('Teammate');
        await insertMember(ctx, place.teamId, id, false);
        if (ctx.actor.kind === 'teammate' && ctx.actor.id) await insertMember(ctx, place.teamId, ctx.actor.id, true);
        await ctx.db
          .insertInto('career_paths')
          .values({ workspace_id: ctx.workspaceId, teammate_id: id, shared_at: ctx.now, changed_at: ctx.now })
          .execute();
        return id;
      },
    },
  },
  routes: {
    'GET /api/careers/texts/:kind/:key/:lang': { params: text },
    'PUT /api/careers/texts/:kind/:key/:lang': {
      params: text,
      body: { body: { kind: 'place', name: 'Jamaica', says: [{ says: 'A hub.', source: 'ours' }] } },
    },
    'DELETE /api/careers/texts/:kind/:key/:lang': { params: text },
    'POST /api/careers/pay': { body: { ...range } },
    'PUT /api/careers/titles/:role/:place': { params: title, body: { title: 'Agent', source: 'ours' } },
    'DELETE /api/careers/titles/:role/:place': { params: title },
    'PUT /api/me/career': { body: { ownRole: null, ownSince: null, nextRole: null, place: null, isShared: false } },
    'PUT /api/me/skills/:key': { params: { key: 'empathy' }, body: { level: 3 } },
  },
};
