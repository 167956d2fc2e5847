import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { changeCustomer, customerView, findOrMakeCustomer } from '#domains/customers';
import type { Workspace } from '../../tests/support/workspace.ts';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { checkImport, runImport, undoImport } from './check-import.ts';
import { exportImportLines } from './export-lines.ts';
import { listImportLines } from './list-imports.ts';
import { load } from './queries.ts';
import { guessMapping, startImport } from './start-import.ts';

const world = useWorld();

const file = `E-Mail;Full name;City;Language
maya@lindqvist.example;Maya Lindqvist;Göteborg;sv
oskar@nyberg.example;Oskar Nyberg;Umeå;sv
not an address;Nobody;Nowhere;
OSKAR@nyberg.example;Oskar N.;Umeå;sv
;No way to find;;
bo@x.example;Bo;Malmö;svenska`;

async function given(workspace: Workspace, content = file) {
  const body = { kind: 'customers', fileName: 'people.csv', base64: Buffer.from(content).toString('base64') };
  const asker = { workspaceId: workspace.id, actor: workspace.owner };
  return startImport(world().tools, { body } as never, asker);
}

async function people(workspace: Workspace): Promise<string[]> {
  const { rows } = await world().database.pool.query(
    'select name from customers where workspace_id = $1 order by name',
    [workspace.id],
  );
  return rows.map(({ name }) => name);
}

test('columns are known by what other systems call them', () => {
  const field = (name: string, ...alsoCalled: string[]) => ({
    name,
    title: name,
    isRequired: false,
    example: '',
    alsoCalled,
  });
  expect(
    guessMapping(
      [field('address', 'email'), field('name', 'full name'), field('zone')],
      ['Full_Name', 'E-Mail', 'Age'],
    ),
  ).toEqual({
    address: 'E-Mail',
    name: 'Full_Name',
  });
});

test('a file is tried without leaving a trace, brought in once, and taken back', async () => {
  const workspace = await world().newWorkspace();
  const { act, read, owner, brandId } = workspace;
  await act(null, (ctx) =>
    findOrMakeCustomer(ctx, { brandId, kind: 'address', value: 'maya@lindqvist.example', name: 'M.', at: ctx.now }),
  );
  const draft = await given(workspace);
  expect(draft).toMatchObject({ state: 'draft', rowCount: 6, can: ['check'] });
  expect(draft.mapping).toEqual({ address: 'E-Mail', name: 'Full name', place: 'City', locale: 'Language' });

  await act(owner, (ctx) => checkImport(ctx, draft.id, { mapping: draft.mapping, onKnown: 'update' }));
  await world().runJobs();
  const tried = await read(owner, (ctx) => load(ctx, draft.id));
  expect(tried).toMatchObject({ state: 'checked', progress: 6, counts: { made: 1, changed: 2, refused: 3 } });
  expect(await people(workspace)).toEqual(['M.']);
  const why = await read(owner, (ctx) => listImportLines(ctx, draft.id, { limit: 10 }));
  expect(why.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
    [4, 'refused'],
    [6, 'refused'],
    [7, 'refused'],
  ]);
  expect(why.rows[1]?.why).toContain('no address');

  await act(owner, (ctx) => runImport(ctx, draft.id));
  await world().runJobs();
  // the job again, as after a kill: nothing is brought in twice
  await world()
    .tools.house.jobs.get('portability.run')
    ?.run(world().tools, { workspaceId: workspace.id, importId: draft.id });
  expect(await read(owner, (ctx) => load(ctx, draft.id))).toMatchObject({
    state: 'done',
    sha256: null,
    counts: { made: 1, changed: 2, refused: 3 },
  });
  expect(await people(workspace)).toEqual(['Maya Lindqvist', 'Oskar N.']);

  await act(owner, (ctx) => undoImport(ctx, draft.id));
  await world().runJobs();
  expect(await read(owner, (ctx) => load(ctx, draft.id))).toMatchObject({ state: 'undone', counts: { undone: 3 } });
  expect(await people(workspace)).toEqual(['M.']);
});

test('who has written to us since stays when the file is taken back, and the report says so', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const { act, read, owner } = workspace;
  const draft = await given(workspace, 'email,name\nmaya@lindqvist.example,Maya\nbo@x.example,Bo');
  await act(owner, (ctx) => checkImport(ctx, draft.id, { mapping: draft.mapping, onKnown: 'keep' }));
  await world().runJobs();
  await act(owner, (ctx) => runImport(ctx, draft.id));
  await world().runJobs();
  await desk.mail({ at: new Date(), subject: 'Where is it?' });
  await act(owner, (ctx) => undoImport(ctx, draft.id));
  await world().runJobs();
  expect(await people(workspace)).toEqual(['Maya']);
  const report = await read(owner, (ctx) => listImportLines(ctx, draft.id, { limit: 10, outcome: 'kept' }));
  expect(report.rows).toEqual([{ line: 2, outcome: 'kept', why: 'Something that came later belongs to it.' }]);
});

test('what somebody changed since is not overwritten when the file is taken back, and the report names it', async () => {
  const workspace = await world().newWorkspace();
  const { act, read, owner, brandId } = workspace;
  const known = { brandId, kind: 'address', value: 'maya@lindqvist.example', name: 'M.' } as const;
  const maya = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...known, at: ctx.now }));
  const draft = await given(
    workspace,
    'email,name,city,company\nmaya@lindqvist.example,Maya,Umeå,Alba\nbo@x.example,Bo,Malmö,Alba',
  );
  await act(owner, (ctx) => checkImport(ctx, draft.id, { mapping: draft.mapping, onKnown: 'update' }));
  await world().runJobs();
  await act(owner, (ctx) => runImport(ctx, draft.id));
  await world().runJobs();
  const bo = await act(null, (ctx) => findOrMakeCustomer(ctx, { ...known, value: 'bo@x.example', at: ctx.now }));
  await act(owner, (ctx) => changeCustomer(ctx, maya.customerId, { name: 'Maya Lindqvist' }));
  await act(owner, (ctx) => changeCustomer(ctx, bo.customerId, { place: 'Lund' }));
  await act(owner, (ctx) => undoImport(ctx, draft.id));
  await world().runJobs();
  const after = await read(owner, (ctx) => customerView(ctx, maya.customerId));
  expect(after).toMatchObject({ name: 'Maya Lindqvist', place: null, companies: [] });
  expect(await people(workspace)).toEqual(['Bo', 'Maya Lindqvist']);
  const report = await read(owner, (ctx) => listImportLines(ctx, draft.id, { limit: 10, outcome: 'kept' }));
  expect(report.rows.map(({ line, why }) => [line, why])).toEqual([
    [2, 'Changed since and left so: name.'],
    [3, 'Somebody changed it since: place.'],
  ]);
});

test('a column that is needed, or is not there, is named before anything is tried', async () => {
  const workspace = await world().newWorkspace();
  const draft = await given(workspace);
  const check = workspace.act(workspace.owner, (ctx) =>
    checkImport(ctx, draft.id, { mapping: { address: 'Address' }, onKnown: 'update' }),
  );
  await expect(check).rejects.toMatchObject({ code: 'imports/no-such-column' });
});

test('an agent brings nothing in, and does not see what others brought', async () => {
  const workspace = await world().newWorkspace();
  const draft = await given(workspace);
  const agent = await workspace.teammate('agent');
  await expect(workspace.read(agent, (ctx) => load(ctx, draft.id))).rejects.toMatchObject({ status: 404 });
});

test('what a file leaves unsaid is said once for every line', async () => {
  const workspace = await world().newWorkspace();
  const { act, owner } = workspace;
  const draft = await given(workspace, 'Full name;Address\nBo;bo@x.example\nKim;kim@x.example');
  const asked = { mapping: { name: 'Full name', address: 'Address' }, same: { locale: 'sv', nothing: 'x' } };
  const view = await act(owner, (ctx) => checkImport(ctx, draft.id, { ...asked, onKnown: 'update' }));
  expect(view.same).toEqual({ locale: 'sv' });
  await world().runJobs();
  await act(owner, (ctx) => runImport(ctx, draft.id));
  await world().runJobs();
  const { rows } = await world().database.pool.query('select name, locale from customers where workspace_id = $1', [
    workspace.id,
  ]);
  expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Bo', locale: 'sv' })]));
});

test('what was said of columns is known in the next file that has them, and the report is had as a file', async () => {
  const workspace = await world().newWorkspace();
  const { act, read, owner } = workspace;
  const odd = 'Kontakt;Wer\nmaya@x.example;Maya\nnobody;Bo\n';
  const first = await given(workspace, odd);
  expect(first.mapping).toEqual({});
  const mapping = { address: 'Kontakt', name: 'Wer' };
  await act(owner, (ctx) => checkImport(ctx, first.id, { mapping, onKnown: 'update' }));
  await world().runJobs();
  await act(owner, (ctx) => runImport(ctx, first.id));
  await world().runJobs();
  expect((await read(owner, (ctx) => load(ctx, first.id))).counts).toEqual({ made: 1, refused: 1 });
  expect((await given(workspace, odd)).mapping).toEqual(mapping);
  const asker = { workspaceId: workspace.id, actor: owner };
  const { bytes } = await exportImportLines(world().tools, { params: { id: first.id }, body: {} } as never, asker);
  const lines = (await text(bytes as Readable)).trim().split('\r\n');
  expect(lines[0]).toBe('line,outcome,why');
  expect(lines[1]).toBe('2,made,');
  expect(lines[2]).toMatch(/^3,refused,.+address/);
});
