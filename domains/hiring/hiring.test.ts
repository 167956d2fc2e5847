import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import { applicationLink, linkedApplication } from './application-link.ts';
import { apply, type Application } from './apply.ts';
import {
  applicationById,
  eraseApplication,
  listApplications,
  moveApplication,
  noteApplication,
  ownApplication,
  wholeApplication,
} from './applications.ts';
import { answerAsApplicant, draftLetter, writeToApplicant } from './letters.ts';
import { dropEndedApplications } from './keep-times.ts';
import { lettersOf } from './read-letters.ts';
import { addOpening, changeOpening, listOpenings, publicOpenings, setOpeningState } from './openings.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const days = (count: number): Date => new Date(nine.getTime() + count * 86_400_000);
const given = {
  role: 'customer-service-specialist',
  place: 'jamaica',
  title: 'Customer service specialist, Kingston',
  about: 'You own questions to their end.',
  town: 'Kingston',
  where: 'hybrid',
  hours: 'full-time',
  pay: null,
  closesOn: null,
} as const;

async function anOpening(more: { closesOn?: string } = {}) {
  const workspace = await world().newWorkspace();
  const id = newId();
  const brandId = workspace.brandId;
  await workspace.act(workspace.owner, (ctx) => addOpening(ctx, id, brandId, { ...given, ...more }), nine);
  await workspace.act(workspace.owner, (ctx) => setOpeningState(ctx, id, 'open'), nine);
  const seenAt = (now: Date) => workspace.read(null, (ctx) => publicOpenings({ ...ctx, now }, brandId));
  const form: Application = {
    openingId: id,
    brandId,
    name: 'Keisha Brown',
    address: 'keisha@mail.example',
    phone: null,
    why: 'I like to solve things.',
    lang: 'en',
    cv: null,
    proofIds: [],
  };
  return { workspace, id, brandId, seenAt, form };
}

test('the public sees what is open and until its last day; drafts and closed ones nobody', async () => {
  const { workspace, id, seenAt } = await anOpening({ closesOn: '2026-11-20' });
  expect((await seenAt(nine)).map((row) => row.id)).toEqual([id]);
  expect(await seenAt(days(4))).toHaveLength(1);
  expect(await seenAt(days(5))).toEqual([]);
  await workspace.act(workspace.owner, (ctx) => setOpeningState(ctx, id, 'closed'), nine);
  expect(await seenAt(nine)).toEqual([]);
});

test('an opening names a role of the catalogue, and lists say how many applied', async () => {
  const { workspace, id, form } = await anOpening();
  await expect(
    workspace.act(workspace.owner, (ctx) => changeOpening(ctx, id, { ...given, role: 'no-such-role' }), nine),
  ).rejects.toMatchObject({ code: 'hiring/no-such-role' });
  await workspace.act(null, (ctx) => apply(ctx, form), nine);
  const { rows } = await workspace.read(workspace.owner, (ctx) => listOpenings(ctx, { limit: 10 }));
  expect(rows).toMatchObject([{ id, applied: 1, pay: null, closesOn: null }]);
});

test('a form sent twice is one application; nobody overwrites what somebody else sent, or learns that they did', async () => {
  const { workspace, id, form } = await anOpening();
  const { config } = world();
  const send = (sent: Application) => workspace.act(null, (ctx) => apply(ctx, sent), nine);
  const whole = (application: string) =>
    workspace.read(workspace.owner, async (ctx) =>
      wholeApplication(ctx, config, await applicationById(ctx, application)),
    );
  const first = await send(form);
  expect(await send(form)).toBe(first);
  // the sender of the other one is answered alike; the address itself is told, and who hires sees both
  const other = await send({ ...form, name: 'Somebody', address: 'KEISHA@mail.example' });
  expect(await whole(first)).toMatchObject({ name: 'Keisha Brown', letters: [{ kind: 'received' }] });
  expect(await whole(other)).toMatchObject({ letters: [{ kind: 'again', outcome: null }] });
  expect((await whole(first)).sameAddress).toEqual([{ id: other, name: 'Somebody' }]);
  // who holds the link of either learns nothing of the other: neither the page nor its download tells them apart
  for (const application of [first, other]) {
    const own = await workspace.read(null, (ctx) => ownApplication(ctx, config, application));
    expect(own.letters).toEqual([]);
    expect(own).not.toHaveProperty('sameAddress');
  }
  // and no form sends more than three mails a day to one address
  for (const why of ['a', 'b', 'c']) await send({ ...form, why });
  const { rows } = await world().database.pool.query(
    `select count(*)::int as mails from application_letters where workspace_id = $1`,
    [workspace.id],
  );
  expect(rows).toEqual([{ mails: 3 }]);
  await workspace.act(workspace.owner, (ctx) => setOpeningState(ctx, id, 'closed'), nine);
  await expect(send({ ...form, address: 'late@mail.example' })).rejects.toMatchObject({ status: 404 });
});

test('an application moves, is noted, and goes by itself with its CV when its time has come', async () => {
  const { workspace, id, form } = await anOpening();
  const file = await world().tools.files.put(workspace.id, Buffer.from('A life'));
  const cv = { ...file, name: 'cv.txt', mediaType: 'text/plain' };
  const { config } = world();
  const application = await workspace.act(null, (ctx) => apply(ctx, { ...form, cv }), nine);
  await workspace.act(
    workspace.owner,
    (ctx) => noteApplication(ctx, config, application, { id: newId(), text: 'Calm.' }),
    nine,
  );
  const moved = await workspace.act(
    workspace.owner,
    (ctx) => moveApplication(ctx, config, application, 'declined'),
    nine,
  );
  expect(moved).toMatchObject({ stage: 'declined', notes: [{ text: 'Calm.' }], keepUntil: days(180).toISOString() });
  const list = () => workspace.read(workspace.owner, (ctx) => listApplications(ctx, id, { limit: 10 }));
  await workspace.act(null, dropEndedApplications, days(179));
  expect((await list()).rows).toHaveLength(1);
  await workspace.act(null, dropEndedApplications, days(180));
  expect((await list()).rows).toEqual([]);
  const { rows } = await world().database.pool.query('select ref_count from files where workspace_id = $1', [
    workspace.id,
  ]);
  expect(rows).toEqual([{ ref_count: 0 }]);
});

test('letters go both ways in the language of who applied, and are erased with a proof', async () => {
  const { workspace, form } = await anOpening();
  const { config } = world();
  const id = await workspace.act(null, (ctx) => apply(ctx, { ...form, lang: 'es' }), nine);
  const draft = await workspace.read(workspace.owner, (ctx) => draftLetter(ctx, id, 'invited'));
  expect(draft.text).toContain('Hola, Keisha Brown');
  const letter = { id: newId(), kind: 'invited', ...draft } as const;
  for (let twice = 0; twice < 2; twice += 1)
    await workspace.act(workspace.owner, (ctx) => writeToApplicant(ctx, id, letter), days(1));
  await workspace.act(null, (ctx) => answerAsApplicant(ctx, id, 'El martes a las 10'), days(2));
  const view = await workspace.read(workspace.owner, async (ctx) =>
    wholeApplication(ctx, config, await applicationById(ctx, id)),
  );
  expect(view.letters.map(({ direction, kind }) => [direction, kind])).toEqual([
    ['out', 'received'],
    ['out', 'invited'],
    ['in', 'answer'],
  ]);
  const agent = await workspace.teammate('agent');
  await expect(workspace.act(agent, (ctx) => writeToApplicant(ctx, id, letter), nine)).rejects.toMatchObject({
    status: 404,
  });
  const proof = await workspace.act(workspace.owner, (ctx) => eraseApplication(ctx, id), days(3));
  expect(proof.removed).toEqual({ applications: 1, notes: 0, letters: 3, files: 0 });
});

test('a letter of an archived brand is settled as not mailed, and keeps none behind it; a lost one is not confirmed', async () => {
  const { workspace, brandId, form } = await anOpening();
  const id = await workspace.act(null, (ctx) => apply(ctx, form), nine);
  const letters = async () =>
    (await workspace.read(null, (ctx) => lettersOf(ctx, id))).map(({ outcome, outcomeSays }) => [outcome, outcomeSays]);
  const { database, runJobs, tick } = world();
  await database.pool.query('update brands set archived_at = now() where workspace_id = $1 and id = $2', [
    workspace.id,
    brandId,
  ]);
  await runJobs(days(1));
  expect(await letters()).toEqual([['failed', 'Not mailed: the brand is archived.']]);
  // a program that was killed after its claim leaves a letter without an outcome
  await database.pool.query(
    'update application_letters set settled_at = null, outcome = null, outcome_says = null where workspace_id = $1',
    [workspace.id],
  );
  await tick(days(1));
  expect((await letters())[0]?.[0]).toBeNull();
  await tick(days(2));
  expect(await letters()).toEqual([['not-confirmed', 'Sending it broke off.']]);
});

test('who hires for another brand sees neither opening nor application', async () => {
  const { workspace, form, id } = await anOpening();
  const application = await workspace.act(null, (ctx) => apply(ctx, form), nine);
  const stranger = await world().newWorkspace();
  await expect(stranger.read(stranger.owner, (ctx) => applicationById(ctx, application))).rejects.toMatchObject({
    status: 404,
  });
  const agent = await workspace.teammate('agent');
  await expect(workspace.read(agent, (ctx) => listApplications(ctx, id, { limit: 10 }))).rejects.toMatchObject({
    status: 404,
  });
  await expect(workspace.act(agent, (ctx) => eraseApplication(ctx, application), nine)).rejects.toMatchObject({
    status: 404,
  });
});

test('a link names one application of one workspace, and no other is guessed from it', () => {
  const { config } = world();
  const id = newId();
  const link = applicationLink(config, 'w1', id);
  expect(linkedApplication(config, 'w1', link)).toBe(id);
  expect(linkedApplication(config, 'w2', link)).toBeNull();
  expect(linkedApplication(config, 'w1', link.replace(id, newId()))).toBeNull();
});
