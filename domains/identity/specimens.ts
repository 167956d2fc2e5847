import { newId } from '#platform/database';
import type { Specimens } from '#platform/domain';
import { roleOfDesk } from './built-in-roles.ts';
import { joinTeammate } from './join-teammate.ts';

const sso = {
  name: 'Specimen',
  issuer: 'https://sso.rapport.example',
  clientId: 'rapport',
  domains: ['specimen.example'],
};

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    ApiKey: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        await ctx.db
          .insertInto('api_keys')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            name: 'Specimen',
            prefix: 'specimen',
            hash: Buffer.from(id),
            permissions: JSON.stringify({ 'conversations.read': 'own' }),
            created_at: ctx.now,
          })
          .execute();
        return id;
      },
    },
    Role: { ofBrand: false, make: (ctx) => roleOfDesk(ctx, 'agent') },
    OwnRole: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        const role = { name: `Own ${id}`, desk_id: 'agent', permissions: JSON.stringify({ 'teams.read': 'team' }) };
        await ctx.db
          .insertInto('roles')
          .values({ workspace_id: ctx.workspaceId, id, built_in: false, ...role })
          .execute();
        return id;
      },
    },
    SsoConnection: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        const row = { name: 'Specimen', issuer: 'https://sso.rapport.example', client_id: 'rapport' };
        await ctx.db
          .insertInto('sso_connections')
          .values({ workspace_id: ctx.workspaceId, id, created_at: ctx.now, ...row })
          .execute();
        return id;
      },
    },
    Teammate: {
      ofBrand: false,
      make: async (ctx, place) =>
        joinTeammate(ctx, {
          name: 'Specimen',
          address: `${newId()}@rapport.example`,
          roleIds: [await place.of('Role')],
          accountId: null,
        }),
    },
  },
  routes: {
    'PATCH /api/roles/:id': { ids: { 'params.id': 'OwnRole' } },
    'DELETE /api/roles/:id': { ids: { 'params.id': 'OwnRole' } },
    'POST /api/roles/:id/copies': { body: { name: 'Copy {new}' } },
    'POST /api/sso-connections': { body: sso },
    'PATCH /api/sso-connections/:id': { body: sso },
    'POST /api/settings-areas/sight': { body: { area: 'people' } },
    'POST /api/roles/:id/effects': { body: { permissions: { 'teams.read': 'all' } } },
  },
};
