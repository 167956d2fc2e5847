import { sql } from 'kysely';
import type { Input } from '#platform/domain';
import type { Tools } from '#platform/domain';
import { newId } from '#platform/database';
import { problem } from '#platform/problem';
import type { setUp as setUpRoute } from './contract.ts';
import { makeAccount } from './make-account.ts';
import { isEmpty, openWorkspace } from './open-workspace.ts';
import { sessionCookies } from './sign-in.ts';

const alreadySetUp = problem(
  'identity/already-set-up',
  409,
  'This server is already set up',
  'Sign in, or ask who set it up for an invitation.',
);

/** Two browsers on one fresh server open one workspace: a lock of our own number. */
const setUpLock = 7_264_002;

/** The first workspace with its owner, in one transaction, and only while there is none; the owner is signed in. */
export async function setUp(
  tools: Tools,
  { body, headers }: Input<typeof setUpRoute>,
): Promise<{ workspaceId: string; teammateId: string; setCookies: readonly string[] }> {
  const workspaceId = newId();
  const made = await tools.transact({ workspaceId, via: 'setup' }, async (ctx) => {
    await sql`select pg_advisory_xact_lock(${setUpLock})`.execute(ctx.db);
    if (!(await isEmpty(ctx))) throw alreadySetUp();
    const owner = { name: body.ownerName, address: body.address };
    const accountId = await makeAccount(ctx, { ...owner, password: body.password });
    const { ownerId } = await openWorkspace(ctx, {
      name: body.workspaceName,
      locale: body.locale,
      zone: body.zone,
      owner: { ...owner, accountId },
    });
    return { accountId, ownerId };
  });
  return { workspaceId, teammateId: made.ownerId, setCookies: await sessionCookies(tools, made.accountId, headers) };
}
