import { expect, onTestFinished, test } from 'vitest';
import { openLine } from '#domains/brands';
import { newId } from '#platform/database';
import { startMailHost } from '../../tests/support/mail-host.ts';
import { useWorld } from '../../tests/support/world.ts';
import { chooseNotice, testNoticeMail } from './choices.ts';
import { notify } from './notify.ts';
import { seeNotices } from './see-notices.ts';
import { stopMount } from './stop-mails.ts';

const world = useWorld();
const kind = 'note-mention';
const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 16, 9, minutes));

test('a kind wanted by mail is mailed once, without names or words, and one click stops it', async () => {
  const { workspace, agent, address, host, tell } = await aHouse();
  await workspace.act(agent, (ctx) => chooseNotice(ctx, kind, { silenced: false, mail: 'at-once' }));
  await tell(1);
  const jobs = [...world().queued];
  await world().runJobs(at(2));
  // at least once: the same job comes again
  world().queued.push(...jobs);
  await world().runJobs(at(3));
  const [mail = '', ...more] = host.mailsTo(address);
  expect(more).toEqual([]);
  expect(mail).toContain('Subject: A colleague named you or your team in a note (#1001)');
  // one click of a mail program is for addresses called by TLS alone (RFC 8058); this one is not
  expect(mail).not.toContain('List-Unsubscribe-Post');

  const url = /List-Unsubscribe:\s*<([^>]+)>/.exec(mail.replaceAll(/\r\n\s/g, ''))?.[1] ?? '';
  const forged = await stopMount.handle(new Request(forgedOf(url), { method: 'POST' }), world().tools);
  expect(forged.status).toBe(404);
  // whoever only looks changes nothing: link checkers look at every link
  expect(await (await stopMount.handle(new Request(url), world().tools)).text()).toContain('Stop these mails?');
  await tell(4);
  expect((await stopMount.handle(new Request(url, { method: 'POST' }), world().tools)).status).toBe(200);
  await tell(5);
  await world().runJobs(at(6));
  expect(host.mailsTo(address)).toHaveLength(1);
});

test('once an hour what was not seen comes together; what was seen is not mailed', async () => {
  const { workspace, agent, address, host, tell } = await aHouse();
  await workspace.act(agent, (ctx) => chooseNotice(ctx, kind, { silenced: false, mail: 'digest' }));
  const seen = await tell(1);
  await tell(20);
  await tell(30);
  await workspace.act(agent, (ctx) => seeNotices(ctx, seen));
  await world().runJobs(at(31));
  expect(host.mailsTo(address)).toEqual([]);
  await world().runJobs(at(61));
  const mails = host.mailsTo(address);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('Subject: 2 notices from Rapport');
});

test('a mail that tells several kinds has one way to stop all of them', async () => {
  const { workspace, agent, address, host, tell } = await aHouse();
  const kinds = [kind, 'task-given'];
  for (const one of kinds)
    await workspace.act(agent, (ctx) => chooseNotice(ctx, one, { silenced: false, mail: 'digest' }));
  for (const one of kinds) await tell(1, one);
  await world().runJobs(at(61));
  const [mail = ''] = host.mailsTo(address);
  const url = /List-Unsubscribe:\s*<([^>]+)>/.exec(mail.replaceAll(/\r\n\s/g, ''))?.[1] ?? '';
  expect(await (await stopMount.handle(new Request(url), world().tools)).text()).toMatch(/“.+”, “.+”/);
  expect((await stopMount.handle(new Request(url, { method: 'POST' }), world().tools)).status).toBe(200);
  for (const one of kinds) await tell(62, one);
  await world().runJobs(at(200));
  expect(host.mailsTo(address)).toHaveLength(1);
});

test('a test is one mail to oneself, however often it is pressed with the same id', async () => {
  const { workspace, agent, address, host } = await aHouse();
  const id = newId();
  expect(await workspace.act(agent, (ctx) => testNoticeMail(ctx, id))).toEqual({ to: address });
  await workspace.act(agent, (ctx) => testNoticeMail(ctx, id));
  await world().runJobs();
  expect(host.mailsTo(address)).toHaveLength(1);
});

/** Another sign amid the signature: in its last one some bits count for nothing, and another may mean the same. */
function forgedOf(url: string): string {
  const place = url.lastIndexOf('.') + 5;
  return `${url.slice(0, place)}${url[place] === 'x' ? 'y' : 'x'}${url.slice(place + 1)}`;
}

/** A workspace whose line sends through a mail host of the test's own. */
async function aHouse() {
  const host = await startMailHost();
  onTestFinished(() => host.stop());
  const workspace = await world().newWorkspace();
  const settings = { door: true, smtp: { host: '127.0.0.1', port: host.port, secure: false } };
  const line = { brandId: workspace.brandId, name: 'Mail', address: `m-${newId()}@desk.test`, settings };
  const { id: lineId } = await workspace.act(workspace.owner, (ctx) => openLine(ctx, { ...line, channel: 'email' }));
  const agent = await workspace.teammate('administrator');
  const { to: address } = await workspace.act(agent, (ctx) =>
    testNoticeMail({ ...ctx, enqueue: () => undefined }, newId()),
  );
  /** Somebody is told at so many minutes; answers the notice's id. */
  const tell = async (minutes: number, what = kind): Promise<string> => {
    await workspace.act(
      null,
      (ctx) =>
        notify(ctx, {
          teammateIds: [agent.id],
          kind: what,
          subjectKind: 'line',
          subjectId: lineId,
          causeId: newId(),
          body: { number: 1001 },
        }),
      at(minutes),
    );
    const row = await workspace.read(null, (ctx) =>
      ctx.db
        .selectFrom('notices')
        .select('id')
        .where('workspace_id', '=', workspace.id)
        .where('teammate_id', '=', agent.id)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst(),
    );
    return row?.id ?? '';
  };
  return { workspace, agent, address, host, tell };
}
