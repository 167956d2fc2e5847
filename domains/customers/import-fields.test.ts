import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import type { Ctx } from '#platform/ctx';
import type { ImportResult } from '#platform/domain';
import { useWorld } from '../../tests/support/world.ts';
import { archiveField, makeField } from './fields.ts';
import { importCustomers } from './importable.ts';
import { changeCustomer, customerById } from './index.ts';

const world = useWorld();

/** A workspace with two fields of customers, and a line of a file brought in, taken back and read. */
async function given() {
  const workspace = await world().newWorkspace();
  const { act, read, owner, brandId } = workspace;
  const rules = { choices: [], isRequired: false, shownWhen: null, requiredWhen: null, position: 0, brandId: null };
  const make = (name: string, type: 'money' | 'text', currency: string | null) =>
    act(owner, (ctx) => makeField(ctx, { ...rules, kind: 'customer', name, type, currency }));
  const spent = (await make('Spent', 'money', 'EUR')).id;
  const colour = (await make('Colour', 'text', null)).id;
  const bring = (line: Readonly<Record<string, string>>): Promise<ImportResult> =>
    act(owner, (ctx) =>
      importCustomers.bring(ctx, { brandId, onKnown: 'update' }, { address: 'maya@x.example', ...line }),
    );
  const takeBack = (done: ImportResult) => act(owner, (ctx) => importCustomers.takeBack(ctx, done));
  const custom = async (id: string) => (await read(owner, (ctx) => customerById(ctx, id))).custom;
  return {
    act,
    owner,
    brandId,
    spent,
    colour,
    bring,
    takeBack,
    custom,
    columns: () => read(owner, (ctx) => importCustomers.fields(ctx, brandId)),
  };
}

test('each field is a column; the same line again changes nothing, another one is taken back to it', async () => {
  const { spent, colour, bring, takeBack, custom, columns } = await given();
  expect((await columns()).map(({ title }) => title)).toEqual(expect.arrayContaining(['Spent', 'Colour']));
  const line = { [`field:${spent}`]: '12,50 €', [`field:${colour}`]: 'red' };
  const first = await bring(line);
  const said = { [spent]: { amountMinor: 1250, currency: 'EUR' }, [colour]: 'red' };
  expect(first.outcome).toBe('made');
  expect(await custom(first.objectId)).toEqual(said);
  expect((await bring(line)).outcome).toBe('same');
  const second = await bring({ [`field:${colour}`]: 'blue', [`field:${spent}`]: ' ' });
  expect(second.outcome).toBe('changed');
  expect(await custom(first.objectId)).toEqual({ ...said, [colour]: 'blue' });
  expect(await takeBack(second)).toEqual({ keptBecause: null });
  expect(await custom(first.objectId)).toEqual(said);
  await expect(bring({ [`field:${spent}`]: 'a lot' })).rejects.toMatchObject({ code: 'customers/wrong-value' });
});

test('what somebody said since stays, and so does what a field that was put away says', async () => {
  const { act, owner, spent, colour, bring, takeBack, custom } = await given();
  const { objectId } = await bring({});
  const line = await bring({ [`field:${spent}`]: '5', [`field:${colour}`]: 'red' });
  await act(owner, (ctx) => changeCustomer(ctx, objectId, { custom: { [colour]: 'green' } } as never));
  await act(owner, (ctx) => archiveField(ctx, spent, true));
  expect(await takeBack(line)).toEqual({ keptBecause: 'Changed since and left so: fields.' });
  expect(await custom(objectId)).toEqual({ [spent]: { amountMinor: 500, currency: 'EUR' }, [colour]: 'green' });
});

test('a customer whose fields somebody filled in since is not taken back with the file', async () => {
  const { act, owner, colour, bring, takeBack } = await given();
  const made = await bring({ [`field:${colour}`]: 'red' });
  await act(owner, (ctx) => changeCustomer(ctx, made.objectId, { custom: { [colour]: 'green' } } as never));
  expect(await takeBack(made)).toEqual({ keptBecause: 'Somebody changed it since: fields.' });
});

test('the form is read once a line, however much the line says', async () => {
  const { act, owner, brandId, spent, colour } = await given();
  const line = { address: 'maya@x.example', name: 'Maya', [`field:${spent}`]: '5', [`field:${colour}`]: 'red' };
  let reads = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      if (node.kind === 'SelectQueryNode' && JSON.stringify(node.from).includes('field_definitions')) reads += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const done = await act(owner, (ctx) =>
    importCustomers.bring({ ...ctx, db: ctx.db.withPlugin(counting) } as Ctx, { brandId, onKnown: 'update' }, line),
  );
  expect(done.outcome).toBe('made');
  expect(reads).toBe(1);
});
