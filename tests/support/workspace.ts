import { randomBytes } from 'node:crypto';
import { firstBrand } from '#domains/brands';
import { joinTeammate, loadActor, makeAccount, openWorkspace, roleOfDesk } from '#domains/identity';
import { insertMember, standardQueueOf } from '#domains/teams';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Tools, Who } from '#platform/domain';
import type { Actor } from '#platform/policy';

/** What a test asks of its workspace. */
export interface WorkspaceWish {
  /** What it speaks; English where nothing is wished. */
  readonly locale?: string;
  readonly zone?: string;
  /** When it was opened; a Monday morning long before the tests' own dates. */
  readonly openedAt?: Date;
}

/** A workspace of a test's own, with an owner, one brand, one team and one queue. */
export interface Workspace {
  readonly id: string;
  readonly brandId: string;
  readonly queueId: string;
  readonly teamId: string;
  readonly owner: Actor;
  /** A new teammate at a desk, in the first team unless told otherwise. */
  teammate(desk: string, options?: { name?: string; inTeam?: boolean }): Promise<Actor & { readonly id: string }>;
  /** The same person with the rights of today. */
  refresh(actor: Actor): Promise<Actor & { readonly id: string }>;
  /** Acts as somebody (null: we ourselves), now or at a moment. */
  act<T>(actor: Actor | null, verb: (ctx: Ctx) => Promise<T>, now?: Date): Promise<T>;
  /** Reads as somebody. */
  read<T>(actor: Actor | null, verb: (ctx: ReadCtx) => Promise<T>, now?: Date): Promise<T>;
}

const longAgo = new Date('2026-01-05T09:00:00Z');

/** Makes a workspace through the same door as everybody. */
export async function makeWorkspace(tools: Tools, wish: WorkspaceWish = {}): Promise<Workspace> {
  const id = newId();
  const tail = randomBytes(5).toString('hex');
  const zone = wish.zone ?? 'UTC';
  const who = (actor: Actor | null, now?: Date): Who => ({
    workspaceId: id,
    ...(actor ? { actor } : {}),
    ...(now ? { now } : {}),
  });
  const ownerId = await tools.transact(who(null, wish.openedAt ?? longAgo), async (ctx) => {
    const address = `owner-${tail}@rapport.example`;
    const accountId = await makeAccount(ctx, { name: 'Olive Owner', address, password: null });
    return (
      await openWorkspace(ctx, {
        name: `Test ${tail}`,
        locale: wish.locale ?? 'en',
        zone,
        owner: { name: 'Olive Owner', address, accountId },
      })
    ).ownerId;
  });
  const read = <T>(actor: Actor | null, verb: (ctx: ReadCtx) => Promise<T>, now?: Date): Promise<T> =>
    tools.read(who(actor, now), verb);
  const act = <T>(actor: Actor | null, verb: (ctx: Ctx) => Promise<T>, now?: Date): Promise<T> =>
    tools.transact(who(actor, now), verb);
  const brand = await read(null, (ctx) => firstBrand(ctx));
  const queue = await read(null, (ctx) => standardQueueOf(ctx, brand.id));
  if (!queue) throw new Error('A new workspace has no queue.');
  const loaded = async (teammateId: string): Promise<Actor & { readonly id: string }> => ({
    ...(await read(null, (ctx) => loadActor(ctx, teammateId))),
    id: teammateId,
  });
  let people = 0;
  return {
    id,
    brandId: brand.id,
    queueId: queue.id,
    teamId: queue.teamId,
    owner: await loaded(ownerId),
    async teammate(desk, options = {}) {
      people += 1;
      const teammateId = await act(null, async (ctx) =>
        joinTeammate(ctx, {
          name: options.name ?? `Teammate ${people}`,
          address: `t${people}-${tail}@rapport.example`,
          roleIds: [await roleOfDesk(ctx, desk)],
          accountId: null,
        }),
      );
      if (options.inTeam !== false) await act(null, (ctx) => insertMember(ctx, queue.teamId, teammateId, false));
      return loaded(teammateId);
    },
    refresh: (actor) => loaded(actor.id ?? ''),
    act,
    read,
  };
}
