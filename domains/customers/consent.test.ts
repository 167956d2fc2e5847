import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import { listConsentHistory, readConsent, recordConsent } from './consent.ts';
import { findOrMakeCustomer } from './find-or-make-customer.ts';
import { mergeCustomers, unmergeCustomers } from './merge-customers.ts';
import { personalData } from './personal-data.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const tuesday = new Date('2026-11-17T09:00:00Z');
const mail = { purpose: 'marketing', medium: 'mail', source: 'form', evidence: 'Yes, send me offers.' } as const;

async function aCustomer() {
  const workspace = await world().newWorkspace();
  const { owner, brandId } = workspace;
  const someone = async (value: string): Promise<string> =>
    workspace.act(owner, async (ctx) => {
      const found = await findOrMakeCustomer(ctx, { brandId, kind: 'address', value, name: 'Ingrid', at: ctx.now });
      return found.customerId;
    });
  const id = await someone('ingrid@mail.example');
  const say = (who: string, state: 'given' | 'withdrawn', at: Date, more: object = {}) =>
    workspace.act(owner, (ctx) => recordConsent(ctx, who, { ...mail, state, id: newId(), ...more }), at);
  /** What the last word says; who said nothing did not agree. */
  const may = async (who: string, medium = 'mail') => {
    const words = await workspace.read(owner, (ctx) => readConsent(ctx, who));
    return words.find((word) => word.medium === medium)?.state === 'given';
  };
  return { workspace, owner, id, someone, say, may };
}

test('who said nothing did not agree; the last word counts, and every word stays with what proves it', async () => {
  const { workspace, owner, id, say, may } = await aCustomer();
  expect(await may(id)).toBe(false);
  await say(id, 'given', monday);
  expect(await may(id)).toBe(true);
  expect(await may(id, 'phone')).toBe(false);
  await say(id, 'withdrawn', tuesday, { source: 'call', evidence: '' });
  expect(await may(id)).toBe(false);
  // what was said before, and is written down late, changes nothing
  const [now] = await say(id, 'given', tuesday, { saidAt: monday.toISOString() });
  expect(now).toMatchObject({ state: 'withdrawn', source: 'call', isCurrent: true });
  const { rows } = await workspace.read(owner, (ctx) => listConsentHistory(ctx, id, { limit: 10 }));
  expect(rows.map(({ state, isCurrent }) => `${state} ${isCurrent}`)).toEqual([
    'withdrawn true',
    'given false',
    'given false',
  ]);
  expect(rows[1]?.evidence).toBe('Yes, send me offers.');
  expect(rows[0]?.recordedByName).not.toBeNull();
  const ahead = say(id, 'given', monday, { saidAt: tuesday.toISOString() });
  await expect(ahead).rejects.toMatchObject({ code: 'customers/consent-ahead' });
});

test('the same word sent twice is written down once', async () => {
  const { workspace, owner, id, say } = await aCustomer();
  const word = newId();
  await say(id, 'given', monday, { id: word });
  await say(id, 'given', monday, { id: word });
  const { rows } = await workspace.read(owner, (ctx) => listConsentHistory(ctx, id, { limit: 10 }));
  expect(rows).toHaveLength(1);
});

test('a merge brings the words together, the last of all counts, and taking it apart gives each back its own', async () => {
  const { workspace, owner, id, someone, say, may } = await aCustomer();
  const other = await someone('ingrid@work.example');
  await say(id, 'given', monday);
  await say(other, 'withdrawn', tuesday);
  const { merges } = await workspace.act(owner, (ctx) => mergeCustomers(ctx, id, other));
  expect(await may(id)).toBe(false);
  expect(await may(other)).toBe(false);
  expect((await workspace.read(owner, (ctx) => readConsent(ctx, other))).map(({ state }) => state)).toEqual([
    'withdrawn',
  ]);
  await workspace.act(owner, (ctx) => unmergeCustomers(ctx, id, merges[0]?.id ?? ''));
  expect(await may(id)).toBe(true);
  expect(await may(other)).toBe(false);
});

test('an export holds every word, and an erasure leaves none', async () => {
  const { workspace, owner, id, say } = await aCustomer();
  await say(id, 'given', monday);
  const held = await workspace.read(owner, (ctx) => personalData.export(ctx, id));
  expect(held['consents']).toMatchObject([{ purpose: 'marketing', state: 'given', evidence: mail.evidence }]);
  const removed = await workspace.act(owner, (ctx) => personalData.erase(ctx, id));
  expect(removed).toMatchObject({ consents: 1 });
  const stays = await workspace.read(owner, (ctx) =>
    ctx.db.selectFrom('consents').select('id').where('workspace_id', '=', ctx.workspaceId).execute(),
  );
  expect(stays).toEqual([]);
});
