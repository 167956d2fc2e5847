import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { openLive } from '#platform/live-client';
import { browserMissing, type Screen, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
/** What is promised: within this, whatever was open is closed (product: rights). */
const closedWithinMs = 15_000;

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('who is not let in meets no trace of a confidential conversation, at any door, and what was open is closed', async () => {
  const ada = await joins('Ada Agent');
  const secret = await mailOf('Quokka 7431', 'The quokka has bitten the postman.');
  await mailOf('Of no weight', 'Something plain.');
  await ada.page.goto(`/inbox/all/${secret.id}`);
  await entryOf(ada.page, 'bitten the postman').waitFor();
  expect(await ada.traces(secret.id)).not.toEqual([]);
  expect((await ada.follow(secret.id)).ok).toBe(true);
  const before = ada.heard.length;

  await shop().ask('PUT', `/api/conversations/${secret.id}/confidence`, { teammateIds: [], teamIds: [] });
  // on the screen, and on the wire
  await entryOf(ada.page, 'bitten the postman').waitFor({ state: 'detached', timeout: closedWithinMs });
  await rowOf(ada.page, 'Quokka 7431').waitFor({ state: 'detached' });
  await until('its room is closed', () => ada.left.includes(`conversation:${secret.id}`), closedWithinMs);
  // all she is told of it: that it is gone, and that nobody she could see is in its room
  const closing = ada.heard.slice(before).filter((message) => message.includes(secret.id));
  expect(closing.filter((message) => !/"gone":true|"people":\[\]/u.test(message))).toEqual([]);

  // it goes on, named colleagues and all; she hears nothing of it, over two beats of the heads
  const silentFrom = ada.heard.length;
  const heads = ada.heads();
  await shop().ask('POST', `/api/conversations/${secret.id}/notes`, {
    id: newId(),
    text: 'Quokka: what do you say?',
    mentions: [ada.id],
  });
  await shop().ask('PUT', `/api/conversations/${secret.id}/priority`, { priority: 4 });
  expect(await ada.traces(secret.id)).toEqual([]);
  await until('two beats have passed', () => ada.heads() >= heads + 2, 60_000);
  expect(ada.heard.slice(silentFrom).filter((message) => message.includes(secret.id))).toEqual([]);
  expect((await ada.follow(secret.id)).ok).toBe(false);

  // let in again, all is as it was
  await shop().ask('PUT', `/api/conversations/${secret.id}/confidence`, { teammateIds: [ada.id], teamIds: [] });
  expect(await ada.traces(secret.id)).not.toEqual([]);
});

test('a team that is left and an account that ends close what is open on every screen', async () => {
  const ben = await joins('Ben Agent');
  const mail = await mailOf('Team matter', 'For the team alone.');
  await ben.page.goto(`/inbox/all/${mail.id}`);
  await entryOf(ben.page, 'For the team alone.').waitFor();
  await ben.follow(mail.id);

  await shop().ask('DELETE', `/api/teams/${ben.teamId}/members/${ben.id}`, {});
  await entryOf(ben.page, 'For the team alone.').waitFor({ state: 'detached', timeout: closedWithinMs });
  await until('the rooms are closed', () => ben.left.includes(`conversation:team:${ben.teamId}`), closedWithinMs);
  expect(await ben.traces(mail.id)).toEqual([]);

  await shop().ask('PUT', `/api/teammates/${ben.id}/deactivation`, {});
  await until('the connection is put out', () => ben.states.includes('signed-out'), closedWithinMs);
  await ben.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor({ timeout: closedWithinMs });
});

/** An agent of the standard team, with a screen and with an ear of their own on the wire. */
async function joins(name: string) {
  const open = await shop().invite(name, 'agent');
  const { rows: people } = await shop().ask<{ rows: { id: string; name: string }[] }>('GET', '/api/teammates');
  const { rows: teams } = await shop().ask<{ rows: { id: string }[] }>('GET', '/api/teams');
  const id = people.find((one) => one.name === name)?.id ?? '';
  const teamId = teams[0]?.id ?? '';
  await shop().ask('PUT', `/api/teams/${teamId}/members/${id}`, {});
  const screen = await open('/inbox/all');
  // being refused and put out is what these journeys are about
  screen.allow(/websocket|WebSocket|socket/u);
  const cookie = await cookieOf(screen);
  const heard: string[] = [];
  const left: string[] = [];
  const states: string[] = [];
  const live = await openLive({
    url: program().url,
    headers: { cookie },
    onChanged: (message) => heard.push(JSON.stringify(message)),
    onHead: (message) => heard.push(JSON.stringify(message)),
    onPeople: (message) => heard.push(JSON.stringify(message)),
    onLeft: (room) => left.push(room),
    onState: (state) => states.push(state),
  });
  const list = `conversation:team:${teamId}`;
  expect((await live.join(list)).ok).toBe(true);
  return {
    id,
    teamId,
    page: screen.page,
    heard,
    left,
    states,
    heads: () => heard.filter((message) => message.includes(`"${list}","head"`)).length,
    follow: (conversationId: string) => live.join(`conversation:${conversationId}`),
    traces: (conversationId: string) => tracesFor(cookie, conversationId),
  };
}

async function mailOf(subject: string, text: string): Promise<{ id: string }> {
  await shop().write({ subject, text, from: 'Quentin Trail <quentin@cust.test>' });
  return until(`“${subject}” has come`, () =>
    shop()
      .conversation(subject)
      .catch(() => null),
  );
}

async function cookieOf(screen: Screen): Promise<string> {
  return (await screen.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Every door a teammate has: which of their answers hold the conversation's id or a word that stands only in it. */
async function tracesFor(cookie: string, id: string): Promise<readonly string[]> {
  const ask = async (path: string, body?: unknown): Promise<string> => {
    const reply = await fetch(program().url + path, {
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return reply.text();
  };
  const view = { id: newId(), name: 'Everything', visibility: 'own', filter: { match: 'all', of: [] }, sort: 'newest' };
  await ask('/api/views', view);
  const { customers } = { customers: await ask('/api/customers?q=Quentin') };
  const customerId = /"id":"([\da-f-]{36})"/u.exec(customers)?.[1] ?? '';
  const doors = [
    ...['mine', 'unassigned', 'all', 'snoozed', 'closed'].map((box) => `/api/conversations?box=${box}`),
    `/api/conversations?box=customer&customerId=${customerId}`,
    ...['quokka', 'quoka', '"bitten the postman"', 'team alone'].map((q) => `/api/search?q=${encodeURIComponent(q)}`),
    ...['', '/entries', '/drafts', '/colleague-drafts', '/history?limit=20', '/moves'].map(
      (part) => `/api/conversations/${id}${part}`,
    ),
    '/api/live-conversations',
    '/api/notices',
    '/api/boxes',
    `/api/customers/${customerId}/export`,
  ];
  const answers = await Promise.all(doors.map(async (door) => [door, await ask(door)] as const));
  const csv = await ask(`/api/views/${view.id}/exports`, {});
  const told = [...answers, ['export of a view', csv] as const];
  return told
    .filter(
      ([, text]) =>
        /quokka|postman|team alone|Team matter/iu.test(text.replace(/"q":"[^"]*"/gu, '')) ||
        text.includes(`"id":"${id}"`),
    )
    .map(([door]) => door);
}
