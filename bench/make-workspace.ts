import { firstBrand, openBrand, openLine } from '#domains/brands';
import { joinTeammate, loadActor, makeAccount, openWorkspace, roleOfDesk } from '#domains/identity';
import { insertMember, insertQueue, insertTeam, standardQueueOf } from '#domains/teams';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import type { Size } from './sizes.ts';

/** The people and places of the bench's workspace. */
export interface Cast {
  readonly workspaceId: string;
  readonly ownerAddress: string;
  readonly agents: readonly { id: string; address: string; teamId: string }[];
  readonly brands: readonly {
    id: string;
    lineId: string;
    lineAddress: string;
    queues: readonly { id: string; teamId: string }[];
  }[];
}

/** Everybody of the bench signs in with this; the database listens on this machine alone and holds nobody's data. */
export const benchPassword = 'bench-password-of-nobody';

/** Opens the workspace through the doors everybody uses: brands, lines, teams, queues, teammates with real accounts. */
export async function makeCast(tools: Tools, size: Size): Promise<Cast> {
  const workspaceId = newId();
  const ownerAddress = 'owner@bench.example';
  const ownerId = await tools.transact({ workspaceId }, async (ctx) => {
    const accountId = await makeAccount(ctx, { name: 'Olive Owner', address: ownerAddress, password: benchPassword });
    const owner = { name: 'Olive Owner', address: ownerAddress, accountId };
    return (await openWorkspace(ctx, { name: 'Bench', locale: 'en', zone: 'Europe/Berlin', owner })).ownerId;
  });
  const owner = await tools.read({ workspaceId }, (ctx) => loadActor(ctx, ownerId));
  return tools.transact({ workspaceId, actor: owner }, async (ctx) => {
    const first = await firstBrand(ctx);
    const second = await openBrand(ctx, { name: 'Second brand' });
    const teamIds = await makeTeams(ctx, size.teams, first.id);
    const brands = [
      await fillBrand(ctx, first.id, 'first', teamIds),
      await fillBrand(ctx, second.id, 'second', teamIds.slice(-1)),
    ];
    return { workspaceId, ownerAddress, agents: await makeAgents(ctx, size, teamIds), brands };
  });
}

async function makeTeams(ctx: Ctx, count: number, brandId: string): Promise<readonly string[]> {
  const standard = await standardQueueOf(ctx, brandId);
  const ids = standard ? [standard.teamId] : [];
  while (ids.length < count) ids.push(await insertTeam(ctx, { name: `Team ${ids.length + 1}`, calendarId: null }));
  return ids;
}

/** One line, and two queues for each team that works for the brand. */
async function fillBrand(
  ctx: Ctx,
  brandId: string,
  name: string,
  teamIds: readonly string[],
): Promise<Cast['brands'][number]> {
  const lineAddress = `${name}@line.bench.example`;
  const line = await openLine(ctx, { brandId, channel: 'email', name: `Mail ${name}`, address: lineAddress });
  const queues = [];
  for (const [position, teamId] of teamIds.entries()) {
    for (const kind of ['Questions', 'Orders']) {
      queues.push({
        id: await insertQueue(ctx, { name: `${kind} ${position + 1}`, brandId, teamId, position: position + 1 }),
        teamId,
      });
    }
  }
  return { id: brandId, lineId: line.id, lineAddress, queues };
}

async function makeAgents(ctx: Ctx, size: Size, teamIds: readonly string[]): Promise<Cast['agents']> {
  const roleIds = [await roleOfDesk(ctx, 'agent')];
  // hashing a password takes a tenth of a second on purpose: the bench signs in as the first few alone
  const withPassword = 8;
  const agents = [];
  for (let n = 0; n < size.teammates; n += 1) {
    const teamId = teamIds[n % teamIds.length] ?? '';
    const address = `agent-${n + 1}@bench.example`;
    const name = `Agent ${n + 1}`;
    const accountId = await makeAccount(ctx, { name, address, password: n < withPassword ? benchPassword : null });
    const id = await joinTeammate(ctx, { name, address, roleIds, accountId });
    await insertMember(ctx, teamId, id, false);
    agents.push({ id, address, teamId });
  }
  return agents;
}
