import { expect, onTestFinished, test } from 'vitest';
import { receive, reply } from '#domains/conversations';
import { newId } from '#platform/database';
import { mailLine } from '../../tests/support/mail-world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { useWorld } from '../../tests/support/world.ts';
import { takeIn } from './index.ts';

const world = useWorld();

/** Monday: the standard calendar is open from nine to five. */
const monday = new Date('2026-03-02T10:00:00Z');

/** A workspace with a line of mail, and what a mail that comes now makes of its conversation. */
async function aDesk() {
  const workspace = await world().newWorkspace();
  const address = `kept-${newId()}@desk.test`;
  const lineId = await mailLine(world(), workspace, { address });
  const mail = async () => {
    const id = newId();
    const raw = Buffer.from(
      `From: Dana ${id} <dana-${id}@customer.example>\r\nTo: ${address}\r\nSubject: Asked ${id}\r\n` +
        `Message-ID: <${id}@customer.example>\r\n\r\nWhere is it?\r\n`,
    );
    const door = { door: 'import', key: id } as const;
    const { conversationId } = await takeIn(
      { ...world().tools, transact: (who, verb) => world().tools.transact({ ...who, now: monday }, verb) },
      { workspaceId: workspace.id, lineId, door, arrivedAt: monday, raw },
    );
    return world()
      .database.db.selectFrom('conversations')
      .select(['id', 'queue_id', 'status_id', 'due_at', 'customer_id', 'version', 'entry_count'])
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow();
  };
  return { workspace, lineId, address, mail };
}

/** A change as another process makes it, or somebody at a prompt. */
const beside = (text: string, values: readonly unknown[]): Promise<unknown> =>
  world().database.pool.query(text, [...values]);

/** Another queue of the brand, behind the first. */
async function anotherQueue(workspace: Workspace): Promise<string> {
  const id = newId();
  await beside(
    'insert into queues (workspace_id, id, brand_id, team_id, name, position) values ($1, $2, $3, $4, $5, 9)',
    [workspace.id, id, workspace.brandId, workspace.teamId, `Other ${id}`],
  );
  return id;
}

/** The texts that were asked meanwhile, as they went. */
async function askedBy(run: () => Promise<unknown>): Promise<readonly string[]> {
  const before = globalThis.__rapportStatements;
  onTestFinished(() => {
    globalThis.__rapportStatements = before;
  });
  const texts: string[] = [];
  globalThis.__rapportStatements = (text) => {
    texts.push(text);
    before?.(text);
  };
  await run();
  globalThis.__rapportStatements = before;
  return texts;
}

const readings = /\bfrom "?(lines|queues|statuses|sla_policies|calendars)\b/;
const marks = /\bfrom "configuration_marks"/;

test('the next mail, chat message and reply ask for the mark alone, once', async () => {
  const { workspace, lineId, mail } = await aDesk();
  const { id: conversationId, version } = await mail();
  const again = await askedBy(() => mail());
  expect(again.filter((text) => readings.test(text))).toEqual([]);
  expect(again.filter((text) => marks.test(text))).toHaveLength(1);

  const words = { text: 'It left.', sendAnyway: true, undoWindowSeconds: 0, then: 'wait' } as const;
  const answer = (id: string, seen: number) =>
    workspace.act(workspace.owner, (ctx) => reply(ctx, id, { id: newId(), lastSeenVersion: seen, ...words }), monday);
  await answer(conversationId, version);
  const other = await mail();
  const replied = await askedBy(() => answer(other.id, other.version));
  expect(replied.filter((text) => readings.test(text))).toEqual([]);
  expect(replied.filter((text) => marks.test(text))).toHaveLength(1);

  const { customer_id: customerId } = other;
  const words2 = { customerId, identityId: null, customerName: 'Dana', fromName: 'Dana', fromAddress: 'dana' };
  const chat = (to: string | null) =>
    workspace.act(null, (ctx) =>
      receive(ctx, {
        entryId: newId(),
        conversationId: to,
        lineId,
        channel: 'chat',
        brandId: workspace.brandId,
        ...words2,
        occurredAt: monday,
        subject: 'Hello',
        text: 'Hello?',
        recipients: [],
        files: [],
        evidence: { rule: 'a new chat', score: 100, idsSeen: [] },
        automatic: false,
      }),
    );
  for (const to of [null, conversationId]) {
    const chatted = await askedBy(() => chat(to));
    expect(chatted.filter((text) => readings.test(text))).toEqual([]);
    expect(chatted.filter((text) => marks.test(text))).toHaveLength(1);
  }
});

test('a line that changed is seen by the very next mail', async () => {
  const { workspace, lineId, mail } = await aDesk();
  const queueId = await anotherQueue(workspace);
  expect((await mail()).queue_id).toBe(workspace.queueId);
  await beside('update lines set queue_id = $1 where id = $2', [queueId, lineId]);
  expect((await mail()).queue_id).toBe(queueId);
});

test('a queue that is the first now is where the very next mail waits', async () => {
  const { workspace, mail } = await aDesk();
  const queueId = await anotherQueue(workspace);
  expect((await mail()).queue_id).toBe(workspace.queueId);
  await beside('update queues set position = -1 where id = $1', [queueId]);
  expect((await mail()).queue_id).toBe(queueId);
  await beside('update queues set archived_at = now() where id = $1', [queueId]);
  expect((await mail()).queue_id).toBe(workspace.queueId);
});

test('another standard status is what the very next mail has', async () => {
  const { workspace, mail } = await aDesk();
  const { status_id: before } = await mail();
  const statusId = newId();
  await beside('update statuses set is_standard = false where workspace_id = $1 and id = $2', [workspace.id, before]);
  await beside(
    `insert into statuses (workspace_id, id, name, category, is_standard) values ($1, $2, 'Fresh', 'open', true)`,
    [workspace.id, statusId],
  );
  expect((await mail()).status_id).toBe(statusId);
});

test('another policy, other hours and hours of a brand are what the very next mail is promised by', async () => {
  const { workspace, mail } = await aDesk();
  const due = async () => (await mail()).due_at?.toISOString();
  expect(await due()).toBe('2026-03-02T14:00:00.000Z');
  await beside('update sla_policies set first_reply_seconds = 3600 where workspace_id = $1', [workspace.id]);
  expect(await due()).toBe('2026-03-02T11:00:00.000Z');
  const closed = { '2026-03-02': [] };
  await beside('update calendars set days = $2 where workspace_id = $1', [workspace.id, JSON.stringify(closed)]);
  expect(await due()).toBe('2026-03-03T10:00:00.000Z');
  const calendarId = newId();
  const late = { 1: [{ open: '20:00', close: '23:00' }] };
  await beside(`insert into calendars (workspace_id, id, name, zone, weekly) values ($1, $2, 'Late', 'UTC', $3)`, [
    workspace.id,
    calendarId,
    JSON.stringify(late),
  ]);
  expect(await due()).toBe('2026-03-03T10:00:00.000Z');
  await beside('insert into brand_hours (workspace_id, brand_id, calendar_id) values ($1, $2, $3)', [
    workspace.id,
    workspace.brandId,
    calendarId,
  ]);
  expect(await due()).toBe('2026-03-02T21:00:00.000Z');
  await beside(
    'update sla_policies set calendar_id = (select id from calendars where workspace_id = $1 and is_standard) where workspace_id = $1',
    [workspace.id],
  );
  expect(await due()).toBe('2026-03-03T10:00:00.000Z');
  await beside('update calendars set days = default where workspace_id = $1', [workspace.id]);
  expect(await due()).toBe('2026-03-02T11:00:00.000Z');
});
