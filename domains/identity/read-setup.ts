import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Tools } from '#platform/domain';
import { nowhere } from './auth.ts';
import type { ServerFact } from './contract.ts';
import { isEmpty } from './open-workspace.ts';

/** Below this a fresh server is told to make room, in bytes. */
const littleDiskBytes = 2_000_000_000;

/** What the first-run page shows; once there is a workspace, strangers are told nothing of the server. */
export async function readSetup(tools: Tools): Promise<{ needed: boolean; facts: ServerFact[] }> {
  const needed = await tools.read({ workspaceId: nowhere }, isEmpty);
  if (!needed) return { needed, facts: [] };
  return {
    needed,
    facts: [
      await databaseFact(tools),
      addressFact(tools),
      await diskFact(tools),
      mailInFact(tools),
      mailOutFact(tools),
      ...offFacts,
    ],
  };
}

async function databaseFact(tools: Tools): Promise<ServerFact> {
  const { rows } = await tools.read({ workspaceId: nowhere }, ({ db }) =>
    sql<{ version: string }>`select current_setting('server_version') as version`.execute(db),
  );
  const version = rows[0]?.version.split(' ')[0] ?? '';
  const whose = tools.config.databaseUrl === null ? 'brought along, kept in the data folder' : 'yours';
  return { id: 'database', state: 'ok', title: 'Database', detail: `PostgreSQL ${version}, ${whose}, empty` };
}

function addressFact(tools: Tools): ServerFact {
  const { publicUrl } = tools.config;
  const isLocal = /^https?:\/\/(localhost|127\.|\[::1\])/.test(publicUrl);
  return {
    id: 'address',
    state: isLocal ? 'waiting' : 'ok',
    title: 'Address',
    detail: isLocal ? `${publicUrl}, this machine alone. PUBLIC_URL and HOST open it to others` : publicUrl,
  };
}

async function diskFact(tools: Tools): Promise<ServerFact> {
  const { bavail, bsize } = await statfs(tools.config.dataDir).catch(() => ({ bavail: 0, bsize: 0 }));
  const free = bavail * bsize;
  const gigabytes = (free / 1e9).toFixed(free < 1e10 ? 1 : 0);
  return {
    id: 'disk',
    state: free < littleDiskBytes ? 'waiting' : 'ok',
    title: 'Disk',
    detail: free < littleDiskBytes ? `${gigabytes} GB free: make room before mail comes` : `${gigabytes} GB free`,
  };
}

function mailInFact(tools: Tools): ServerFact {
  const door = tools.config.smtpDoor;
  return {
    id: 'mail-in',
    state: 'waiting',
    title: 'Receiving mail',
    detail: door
      ? `With your first address. Our own door for mail is open at port ${door.port}`
      : 'With your first address',
  };
}

function mailOutFact(tools: Tools): ServerFact {
  const { smtp } = tools.config;
  return smtp
    ? {
        id: 'mail-out',
        state: 'ok',
        title: 'Sending mail',
        detail: `Through ${smtp.host}; each address can have its own host`,
      }
    : {
        id: 'mail-out',
        state: 'waiting',
        title: 'Sending mail',
        detail: 'With your first address. Until then replies wait, none is lost',
      };
}

/** What is off until somebody connects it; nothing of it is needed. */
const offFacts: readonly ServerFact[] = [
  { id: 'model', state: 'off', title: 'AI model: none', detail: 'Everything works without' },
  { id: 'transcription', state: 'off', title: 'Transcription: off', detail: 'Calls are kept as notes' },
  { id: 'reports', state: 'ok', title: 'Nothing leaves this server', detail: 'No account, no key, no usage report' },
];
