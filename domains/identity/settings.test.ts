import { expect, test } from 'vitest';
import * as z from 'zod';
import { domains } from '../../domains/index.ts';
import { useWorld } from '../../tests/support/world.ts';
import { listSettings, readSetting, writeSetting } from './index.ts';

const toy = {
  name: 'toy',
  needs: [],
  settings: [
    { name: 'toy.patience-seconds', says: 'How long we wait', schema: z.number().int().min(0).max(60), standard: 10 },
  ],
};
const world = useWorld({ domains: [...domains, toy] });

test('a setting is its standard until an administrator gives it a value, and again when it is put back', async () => {
  const { act, read, owner } = await world().newWorkspace();
  const patience = () => read(null, (ctx) => readSetting<number>(ctx, 'toy.patience-seconds'));
  expect(await patience()).toBe(10);
  await act(owner, (ctx) => writeSetting(ctx, 'toy.patience-seconds', 45));
  expect(await patience()).toBe(45);
  const listed = await read(owner, (ctx) => listSettings(ctx));
  expect(listed.rows.find(({ name }) => name === 'toy.patience-seconds')).toMatchObject({ value: 45, standard: 10 });
  await act(owner, (ctx) => writeSetting(ctx, 'toy.patience-seconds', null));
  expect(await patience()).toBe(10);
});

test('a wrong value, an unknown setting and somebody who may not are refused', async () => {
  const { act, owner, teammate } = await world().newWorkspace();
  await expect(act(owner, (ctx) => writeSetting(ctx, 'toy.patience-seconds', 61))).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(act(owner, (ctx) => writeSetting(ctx, 'toy.unknown', 1))).rejects.toMatchObject({
    code: 'invalid-input',
  });
  const agent = await teammate('agent');
  await expect(act(agent, (ctx) => writeSetting(ctx, 'toy.patience-seconds', 5))).rejects.toMatchObject({
    code: 'may-not',
  });
});
