import { compose } from '../apps/server/compose.ts';
import { joinTeammate, loadActor, makeAccount, roleOfDesk, teammatesNamed } from '#domains/identity';
import { insertMember } from '#domains/teams';
import { configOf } from './database.ts';
import { benchPassword, type Cast } from './make-workspace.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** So many agents who can sign in, over the teams of the bench's workspace; those of an earlier run are used again. */
export async function makeTeammates(
  given: { readonly url: string; readonly dataDir: string; readonly cast: Cast; readonly count: number },
  tell: (line: string) => void,
): Promise<readonly string[]> {
  const { workspaceId, agents } = given.cast;
  const teamIds = [...new Set(agents.map(({ teamId }) => teamId))];
  const program = await compose({ config: configOf(given.url, given.dataDir), databaseUrl: given.url, log: silent });
  try {
    const addresses = Array.from({ length: given.count }, (_, n) => `at-once-${n + 1}@bench.example`);
    const found = (address: string) => program.tools.read({ workspaceId }, (ctx) => teammatesNamed(ctx, address));
    const [ownerId = ''] = await found(given.cast.ownerAddress);
    const owner = await program.tools.read({ workspaceId }, (ctx) => loadActor(ctx, ownerId));
    for (const [n, address] of addresses.entries()) {
      if ((await found(address)).length > 0) continue;
      await program.tools.transact({ workspaceId, actor: owner }, async (ctx) => {
        const name = `Agent at once ${n + 1}`;
        const accountId = await makeAccount(ctx, { name, address, password: benchPassword });
        const id = await joinTeammate(ctx, { name, address, roleIds: [await roleOfDesk(ctx, 'agent')], accountId });
        await insertMember(ctx, teamIds[n % teamIds.length] ?? '', id, false);
      });
      tell(`${n + 1} of ${given.count}`);
    }
    return addresses;
  } finally {
    await program.stop();
  }
}
