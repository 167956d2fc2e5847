import { expect, test } from 'vitest';
import { close, list, setFields } from '#domains/conversations';
import { openBrand } from '#domains/brands';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import type { FieldType, FieldView } from './contract.ts';
import { isShown } from './contract/form.ts';
import { readValue } from './field-values.ts';
import { archiveField, changeField, listFields, makeField } from './fields.ts';
import { changeCustomer, findOrMakeCustomer } from './index.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const plain = {
  choices: [] as { id: string; name: string }[],
  currency: null as string | null,
  isRequired: false,
  shownWhen: null as FieldView['shownWhen'],
  requiredWhen: null as FieldView['requiredWhen'],
  position: 0,
  brandId: null,
};
const small = { id: newId(), name: 'Small' };
const large = { id: newId(), name: 'Large' };

test('each type takes what it is and refuses the rest by its name', async () => {
  const { act, owner, brandId } = await world().newWorkspace();
  const { customerId } = await act(null, (ctx) =>
    findOrMakeCustomer(ctx, { brandId, kind: 'address', value: 'a@x.example', name: 'A', at: nine }),
  );
  const cases: Record<FieldType, { right: unknown; wrong: unknown[] }> = {
    text: { right: 'blue', wrong: [3, 'x'.repeat(2_001)] },
    number: { right: -2.5, wrong: ['2', Number.NaN] },
    date: { right: '2026-11-17', wrong: ['17.11.2026', '2026-13-01'] },
    boolean: { right: false, wrong: ['yes', 1] },
    link: { right: 'https://x.example/a', wrong: ['x.example', 'javascript:alert(1)'] },
    choice: { right: small.id, wrong: ['Small', newId()] },
    choices: { right: [large.id, small.id], wrong: [small.id, [newId()]] },
    money: {
      right: { amountMinor: 1999, currency: 'EUR' },
      wrong: [19.99, { amountMinor: 1.5, currency: 'EUR' }, { amountMinor: 1, currency: 'SEK' }],
    },
  };
  for (const [type, { right, wrong }] of Object.entries(cases)) {
    const form = {
      ...plain,
      name: `My ${type}`,
      kind: 'customer' as const,
      type: type as FieldType,
      choices: type.startsWith('choice') ? [small, large] : [],
      currency: type === 'money' ? 'EUR' : null,
    };
    const { id } = await act(owner, (ctx) => makeField(ctx, form));
    const say = (value: unknown) =>
      act(owner, (ctx) => changeCustomer(ctx, customerId, { custom: { [id]: value } } as never));
    expect((await say(right)).custom[id], type).toEqual(right);
    for (const value of wrong)
      await expect(say(value), `${type} ${JSON.stringify(value)}`).rejects.toMatchObject({
        code: 'customers/wrong-value',
        detail: expect.stringContaining(`My ${type}`),
      });
    expect((await say(null)).custom[id]).toBeUndefined();
  }
  await expect(
    act(owner, (ctx) => changeCustomer(ctx, customerId, { custom: { [newId()]: 'x' } } as never)),
  ).rejects.toMatchObject({ code: 'customers/unknown-field' });
});

test('a field of a brand is on no other brand’s form, and is changed by who serves it alone', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const everywhere = { ...owner, brandIds: 'all' } as Actor;
  const make = (name: string, of: string | null) =>
    act(everywhere, (ctx) => makeField(ctx, { ...plain, name, kind: 'customer', type: 'text', brandId: of as never }));
  const ours = await make('Size', brandId);
  await make('Size', second.id);
  await expect(make('size', second.id)).rejects.toMatchObject({ code: 'customers/field-name-taken' });
  const shared = await make('Colour', null);
  const neighbour = { ...owner, brandIds: new Set([second.id]) } as Actor;
  const seen = (await read(neighbour, (ctx) => listFields(ctx))).map(({ id }) => id);
  expect(seen).toContain(shared.id);
  expect(seen).not.toContain(ours.id);
  const change = (id: string) => act(neighbour, (ctx) => changeField(ctx, id, { ...plain, name: 'Mine' }));
  await expect(change(ours.id)).rejects.toMatchObject({ status: 404 });
  await expect(change(shared.id)).rejects.toMatchObject({ status: 403 });
  await act(everywhere, (ctx) => archiveField(ctx, ours.id, true));
  await make('Size', brandId);
  await expect(act(everywhere, (ctx) => archiveField(ctx, ours.id, false))).rejects.toMatchObject({ status: 409 });
});

test('what a form asks for is said before closing, only where it is shown', async () => {
  const desk = await openDesk(world());
  const { act, read, owner } = desk.workspace;
  const { conversationId } = await desk.mail({ at: nine, from: { address: 'a@x.example', name: 'A' } });
  const make = (name: string, type: FieldType, form: object) =>
    act(owner, (ctx) => makeField(ctx, { ...plain, kind: 'conversation', name, type, ...form }));
  const size = await make('Size', 'choice', { choices: [small, large], isRequired: true });
  const why = await make('Why so large', 'text', {
    shownWhen: { fieldId: size.id, is: large.id },
    requiredWhen: { fieldId: size.id, is: large.id },
  });
  const shut = () => act(owner, (ctx) => close(ctx, conversationId, 'answered'));
  const say = (custom: object) => act(owner, (ctx) => setFields(ctx, conversationId, custom as never));
  await expect(shut()).rejects.toMatchObject({ code: 'conversations/fields-needed', detail: 'Size' });
  await say({ [size.id]: large.id });
  await expect(shut()).rejects.toMatchObject({ detail: 'Why so large' });
  await say({ [size.id]: small.id });

  const filter = (value: string, op: 'is' | 'is-not' = 'is') =>
    ({ match: 'all', of: [{ field: 'custom', fieldId: size.id, op, values: [value] }] }) as const;
  const found = async (of: ReturnType<typeof filter>): Promise<number> =>
    (await read(owner, (ctx) => list(ctx, { box: 'filter', filter: of, order: 'newest', limit: 9 } as never))).rows
      .length;
  expect(await found(filter(small.id))).toBe(1);
  expect(await found(filter(large.id))).toBe(0);
  expect(await found(filter(large.id, 'is-not'))).toBe(1);
  expect((await shut()).closedAt).not.toBeNull();
  const form = await read(owner, (ctx) => listFields(ctx));
  const shown = form.find(({ id }) => id === why.id);
  expect(shown && isShown(form, shown, { [size.id]: large.id })).toBe(true);
  expect(shown && isShown(form, shown, {})).toBe(false);
});

test('a condition asks only for a field of the same form, and a circle shows nothing', async () => {
  const { act, owner } = await world().newWorkspace();
  const make = (name: string, kind: FieldView['kind'], shownWhen: FieldView['shownWhen'] = null) =>
    act(owner, (ctx) => makeField(ctx, { ...plain, name, kind, type: 'text', shownWhen }));
  const other = await make('Other', 'company');
  await expect(make('Mine', 'customer', { fieldId: other.id, is: 'x' })).rejects.toMatchObject({
    code: 'customers/field-condition',
  });
  const a = { id: newId(), isRequired: false, requiredWhen: null };
  const b = { id: newId(), isRequired: false, requiredWhen: null };
  const circle = [
    { ...a, shownWhen: { fieldId: b.id, is: 'x' } },
    { ...b, shownWhen: { fieldId: a.id, is: 'x' } },
  ] as never as FieldView[];
  expect(circle.map((field) => isShown(circle, field, { [a.id]: 'x', [b.id]: 'x' }))).toEqual([false, false]);
});

test('a value of a file is read as its field asks for', () => {
  const of = (type: FieldType) =>
    ({ ...plain, id: newId(), kind: 'customer', type, name: 'It', choices: [small, large], currency: 'EUR' }) as never;
  expect(readValue(of('boolean'), 'Yes')).toBe(true);
  expect(readValue(of('choice'), 'large')).toBe(large.id);
  expect(readValue(of('choices'), 'Large; small')).toEqual([large.id, small.id]);
  expect(readValue(of('money'), '€ 19.99')).toEqual({ amountMinor: 1999, currency: 'EUR' });
  expect(readValue(of('number'), '1 200')).toBe(1200);
  const euros = (text: string) => (readValue(of('money'), text) as { amountMinor: number }).amountMinor;
  expect(['12,50', '1.234,50 €', '1,234.50', "1'234.5 EUR", '1.234', '-3', '12.345.678'].map(euros)).toEqual([
    1250, 123_450, 123_450, 123_450, 123_400, -300, 1_234_567_800,
  ]);
  for (const [type, text] of [
    ['boolean', 'perhaps'],
    ['choice', 'Huge'],
    ['number', 'many'],
    ['date', 'tomorrow'],
    ['money', 'n/a'],
    ['money', '12 USD'],
    ['money', '1,2,3'],
    ['money', '12.3456'],
  ] as const)
    expect(() => readValue(of(type), text)).toThrow('A field cannot be that');
});
