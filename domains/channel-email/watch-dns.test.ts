import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tools } from '#platform/domain';
import { type DnsServer, startDnsServer } from '../../tests/support/dns-server.ts';
import { mailLine } from '../../tests/support/mail-world.ts';
import { at, useWorld } from '../../tests/support/world.ts';
import type { DnsRecord } from './contract.ts';
import { lineStates } from './line-states.ts';
import { type KeptRecord, nextRecords, stateOfRecords } from './line-records.ts';

const world = useWorld();
let dns: DnsServer;

beforeAll(async () => {
  dns = await startDnsServer();
});
afterAll(() => dns.stop());

const noon = (minutes: number): Date => new Date(Date.UTC(2026, 10, 16, 12, minutes));

test('a record that breaks stands in the list of lines, and who sets lines up is told once', async () => {
  const { workspace, lineId, domain, look, state } = await aLine();
  dns.set('smtp.host.example', 'A', ['198.51.100.9']);
  dns.set(domain, 'TXT', ['v=spf1 ip4:198.51.100.9 -all']);
  const agent = await workspace.teammate('agent');
  await look(noon(0));
  expect(await state()).toMatchObject({ state: 'bad', says: 'DKIM, DMARC missing' });
  expect(await toldTo(workspace.owner)).toEqual([]);

  dns.set(domain, 'TXT', []);
  // asked an hour later, and not before
  await look(noon(30));
  expect(await state()).toMatchObject({ says: 'DKIM, DMARC missing' });
  await look(noon(60));
  expect(await state()).toMatchObject({ state: 'bad', says: 'SPF, DKIM, DMARC to mend' });
  await look(noon(120));
  expect(await toldTo(workspace.owner)).toEqual([`mail-record-broke /settings/channels/${lineId}`]);
  expect(await toldTo(agent)).toEqual([]);

  dns.set(domain, 'TXT', ['v=spf1 ip4:198.51.100.9 -all']);
  await look(noon(180));
  expect(await state()).toMatchObject({ says: 'DKIM, DMARC missing' });

  async function toldTo(actor: typeof workspace.owner) {
    const list = world().house.handlers.find(({ route }) => route.path === '/api/notices' && route.method === 'GET');
    const { rows } = (await workspace.read(
      actor,
      (ctx) => list?.run(ctx as never, { query: { limit: 10 } } as never) as Promise<unknown>,
    )) as { rows: { kind: string; place: string }[] };
    return rows.map(({ kind, place }) => `${kind} ${place}`);
  }
});

test('somebody who mends a record and looks sees it in the list at once', async () => {
  const { workspace, lineId, domain, look, state, tools } = await aLine();
  await look(noon(0));
  expect(await state()).toMatchObject({ says: 'SPF, DKIM, DMARC missing' });
  dns.set(domain, 'TXT', ['v=spf1 ip4:198.51.100.9 -all']);
  dns.set(`_dmarc.${domain}`, 'TXT', ['v=DMARC1; p=reject; rua=mailto:postmaster@host.example']);
  const handler = world().house.handlers.find(({ route }) => route.path === '/api/lines/:id/dns-checks');
  const asker = { workspaceId: workspace.id, actor: workspace.owner };
  const seen = (await handler?.outside?.(tools, { params: { id: lineId } } as never, asker)) as { domain: string };
  expect(seen.domain).toBe(domain);
  expect(await state()).toMatchObject({ says: 'DKIM missing' });
});

test('a claim takes the line whose last look is the oldest, and writes nothing of the others', async () => {
  const { workspace, lineId, look } = await aLine();
  const second = await mailLine(world(), workspace, {
    address: `help@watched-too${number}.example`,
    settings: { door: true, dkimSelector: 's1' },
  });
  const looks = (): Promise<Map<string, string>> =>
    workspace.read(null, async (ctx) => {
      const rows = await sql<{ line_id: string; xmin: string }>`
        select line_id, xmin::text || ' ' || xmax::text as xmin from mail_line_records
        where workspace_id = ${ctx.workspaceId}::uuid`.execute(ctx.db);
      return new Map(rows.rows.map((row) => [row.line_id, row.xmin]));
    });
  await look(noon(0));
  await workspace.act(null, async (ctx) => {
    await ctx.db
      .updateTable('mail_line_records')
      .set({ checked_at: noon(55) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('line_id', '=', lineId)
      .execute();
  });
  const before = await looks();
  await look(noon(60));
  const after = await looks();
  expect(after.get(lineId)).toBe(before.get(lineId));
  expect(after.get(second)).not.toBe(before.get(second));
});

const record = (id: DnsRecord['id'], state: DnsRecord['state'], found: string[] = ['x']): DnsRecord => ({
  id,
  state,
  found,
  type: 'TXT',
  name: 'shop.example',
  set: null,
  says: '',
});
const kept = (id: KeptRecord['id'], state: KeptRecord['state'], brokeAt: string | null = null): KeptRecord => ({
  id,
  state,
  brokeAt,
  isMissing: false,
});

test('name servers that do not answer change nothing that is known', () => {
  const before = [kept('spf', 'good'), kept('dkim', 'bad', noon(0).toISOString())];
  const found = [record('spf', 'unknown'), record('dkim', 'unknown'), record('dmarc', 'unknown')];
  expect(nextRecords(before, found, noon(60))).toEqual({ records: before, broken: [] });
});

test('where mails arrive is only told of when it held before', () => {
  expect(stateOfRecords([kept('mx', 'bad')])).toBeNull();
  expect(stateOfRecords([kept('mx', 'bad', noon(0).toISOString())])).toEqual({
    state: 'bad',
    says: 'MX no longer holds',
  });
});

let number = 0;

/** A line of a domain of its own, and its looks at a name server that the test keeps. */
async function aLine() {
  number += 1;
  const domain = `watched${number}.example`;
  const workspace = await world().newWorkspace();
  const lineId = await mailLine(world(), workspace, {
    address: `help@${domain}`,
    settings: { door: true, dkimSelector: 's1', smtp: { host: 'smtp.host.example', port: 25, secure: false } },
  });
  const config = { ...world().tools.config, dnsServers: [dns.address] };
  const tools: Tools = { ...world().tools, config };
  const look = async (when: Date): Promise<void> => {
    await world().house.jobs.get('channel-email.watch-dns')?.run(at(tools, when), { workspaceId: workspace.id });
  };
  const state = async () => (await workspace.read(null, (ctx) => lineStates(ctx, [lineId]))).get(lineId);
  return { workspace, lineId, domain, look, state, tools };
}
