import type { Selectable } from 'kysely';
import * as z from 'zod';
import type { ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import type { Tools } from '#platform/domain';
import { openSecret } from '#platform/secrets';
import { SsoGroup } from '../contract.ts';
import type { Client } from './provider.ts';

/** A provider as it is connected. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly sealedSecret: Buffer | null;
  readonly domains: readonly string[];
  readonly groupsClaim: string;
  readonly groups: readonly SsoGroup[];
  readonly mappedBy: string | null;
  readonly letsIn: boolean;
  readonly required: boolean;
  readonly breakGlassIds: readonly string[];
  readonly endsThere: boolean;
}

/** Most providers of one workspace. */
export const connectionLimit = 20;

/** The providers that are connected, by name. */
export async function openConnections(ctx: ReadCtx): Promise<readonly Connection[]> {
  const rows = await ctx.db
    .selectFrom('sso_connections')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(connectionLimit)
    .execute();
  return rows.map(asConnection);
}

/** One that is connected; null where there is none, or it was taken away. */
export async function connectionById(ctx: ReadCtx, id: string): Promise<Connection | null> {
  const row = await ctx.db
    .selectFrom('sso_connections')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row ? asConnection(row) : null;
}

function asConnection(row: Selectable<DB['sso_connections']>): Connection {
  return {
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    sealedSecret: row.client_secret,
    domains: row.domains,
    groupsClaim: row.groups_claim,
    groups: z.array(SsoGroup).parse(row.group_roles),
    mappedBy: row.mapped_by,
    letsIn: row.lets_in_at !== null,
    required: row.required_at !== null,
    breakGlassIds: row.break_glass_ids,
    endsThere: row.ends_there_at !== null,
  };
}

/** The provider with its secret opened: only for a call that is made now. */
export function clientOf(tools: Pick<Tools, 'config'>, workspaceId: string, one: Connection): Client {
  const { issuer, clientId, sealedSecret } = one;
  const clientSecret =
    sealedSecret === null ? null : openSecret(tools.config, secretPlace(workspaceId, one.id), sealedSecret);
  return { issuer, clientId, clientSecret };
}

/** Where a secret belongs: put to another connection it does not open. */
export function secretPlace(workspaceId: string, id: string): string {
  return `sso/${workspaceId}/${id}`;
}

/** Where a provider sends people back to. Each has its own, so that one cannot answer for another. */
export function redirectUriOf(tools: Pick<Tools, 'config'>, id: string): string {
  return `${redirectBase(tools)}${id}`;
}

/** What all of these begin with. */
export function redirectBase({ config }: Pick<Tools, 'config'>): string {
  return `${config.publicUrl}/sso/`;
}

/** The domain of an address, as it is compared. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
