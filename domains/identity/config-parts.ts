import * as z from 'zod';
import { scopes } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type ConfigNames, configPart } from '#platform/domain';
import { roleOfDesk } from './built-in-roles.ts';
import { SsoConnectionDraft } from './contract.ts';
import { allRoles, teammateRows } from './queries.ts';
import { changeRole, copyRole } from './roles/keep-role.ts';
import { listSettings, writeSetting } from './settings.ts';
import { openConnections } from './sso/connections.ts';
import { keepConnectionOf } from './sso/keep-connection.ts';

export const rolesPart = configPart({
  name: 'roles',
  says: 'Roles of your own: the desk they begin at, and what they allow. Those that come with Rapport are not in it.',
  permission: 'roles.configure',
  tables: ['roles'],
  item: z.strictObject({
    name: z.string().trim().min(1).max(80),
    desk: z.string().max(60),
    permissions: z.record(z.string().max(60), z.enum(scopes)),
  }),
  keyOf: ({ name }) => name.toLowerCase(),
  read: async (ctx) =>
    (await allRoles(ctx))
      .filter(({ isBuiltIn }) => !isBuiltIn)
      .map(({ name, deskId, permissions }) => ({ name, desk: deskId, permissions: sorted(permissions) })),
  async write(ctx, { name, desk, permissions }) {
    const isThis = (one: { name: string }): boolean => one.name.toLowerCase() === name.toLowerCase();
    const there = (await allRoles(ctx)).find(isThis);
    const id = there?.id ?? (await copyRole(ctx, await roleOfDesk(ctx, desk), { id: newId(), name } as never)).id;
    await changeRole(ctx, id, { name, deskId: desk, permissions });
  },
});

/** The same rights always read the same, in whichever order they were given. */
function sorted<Value>(all: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

export const settingsPart = configPart({
  name: 'settings',
  says: 'Settings of the workspace that are not as they come.',
  permission: 'settings.configure',
  tables: ['workspace_settings'],
  isLast: true,
  item: z.strictObject({ name: z.string().max(120), value: z.unknown() }),
  keyOf: ({ name }) => name,
  read: async (ctx) =>
    (await listSettings(ctx)).rows
      .filter(({ changedAt }) => changedAt !== null)
      .map(({ name, value }) => ({ name, value }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  write: (ctx, { name, value }) => writeSetting(ctx, name, value),
});

/** A provider by its name; its secret is in no file. */
export const signInsPart = configPart({
  name: 'signIns',
  says: 'Single sign-ons (OpenID Connect), without their secrets: the client secret is typed in under Settings.',
  permission: 'roles.configure',
  tables: ['sso_connections'],
  isLast: true,
  item: z.strictObject(SsoConnectionDraft.omit({ clientSecret: true }).shape),
  keyOf: ({ name }) => name,
  read: async (ctx) =>
    (await openConnections(ctx)).map(
      ({ name, issuer, clientId, domains, groupsClaim, groups, letsIn, required, breakGlassIds, endsThere }) =>
        ({
          name,
          issuer,
          clientId,
          domains: [...domains].sort(),
          groupsClaim,
          groups,
          letsIn,
          required,
          breakGlassIds,
          endsThere,
        }) as z.output<typeof SsoConnectionDraft>,
    ),
  async write(ctx, connection) {
    const there = (await openConnections(ctx)).find(({ name }) => name === connection.name);
    await keepConnectionOf(ctx, there?.id ?? null, { ...connection, id: there?.id ?? newId() }, null);
  },
  waiting: async (ctx) =>
    (await openConnections(ctx))
      .filter(({ sealedSecret }) => sealedSecret === null)
      .map(({ name }) => ({
        key: name,
        says: 'Its client secret, where it has one, is typed in under Settings, Single sign-on; the provider is told the address there.',
      })),
});

/** Most people of one workspace that a file can name. */
const peopleLimit = 10_000;

/** Roles by name and people by their address, where filters, acts and groups name them. */
export const configNames: readonly ConfigNames[] = [
  { of: 'roles', read: allRoles },
  {
    of: 'people',
    read: async (ctx: ReadCtx) =>
      (await teammateRows(ctx).where('t.deactivated_at', 'is', null).orderBy('t.id').limit(peopleLimit).execute()).map(
        ({ id, address }) => ({ id, name: address }),
      ),
  },
];
