import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../tests/support/desk.ts';
import { runQueued } from '../../tests/support/run-queued.ts';
import { useWorld } from '../../tests/support/world.ts';
import { changeCompany, listCompanies, loadCompany } from './companies.ts';
import { removeIdentity, verifyIdentity } from './identities.ts';
import {
  addIdentity,
  customerView,
  findOrMakeCustomer,
  makeCompany,
  mergeCustomers,
  unmergeCustomers,
} from './index.ts';
import { listCustomers } from './list-customers.ts';
import { beginMembership, endMembership, listCompanyPeople } from './memberships.ts';
import { listMoments } from './moments.ts';
import { listCustomerNotes, removeCustomerNote, writeCustomerNote } from './notes.ts';
import { personalData } from './personal-data.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(nine.getTime() + minutes * 60_000);

test('who writes from a company’s domain belongs to it, those from before too, and who left it does not come back', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const person = (value: string) => ({ brandId, kind: 'address', value, name: value, at: nine }) as const;
  const early = await act(null, (ctx) => findOrMakeCustomer(ctx, person('early@alba.example')));
  const company = await act(owner, (ctx) =>
    makeCompany(ctx, { brandId, name: 'Alba', domains: ['@ALBA.example'] } as never),
  );
  await runQueued({ ...world(), now: new Date('2030-01-01') });
  const late = await act(null, (ctx) => findOrMakeCustomer(ctx, person('late@Alba.example')));
  const other = await act(null, (ctx) => findOrMakeCustomer(ctx, person('late@notalba.example')));
  const people = () => read(owner, (ctx) => listCompanyPeople(ctx, company.id, { limit: 1 }));
  const first = await people();
  const rest = await read(owner, (ctx) => listCompanyPeople(ctx, company.id, { limit: 50, after: first.next ?? '' }));
  expect([...first.rows, ...rest.rows].map(({ id, via }) => [id, via])).toEqual([
    [early.customerId, 'domain'],
    [late.customerId, 'domain'],
  ]);
  expect((await read(owner, (ctx) => customerView(ctx, other.customerId))).companies).toEqual([]);

  await act(owner, (ctx) => endMembership(ctx, late.customerId, company.id));
  await act(owner, (ctx) => addIdentity(ctx, late.customerId, 'address', 'second@alba.example'));
  expect((await people()).rows.map(({ id }) => id)).toEqual([early.customerId]);
});

test('a domain belongs to one company, and one where everybody has addresses to none', async () => {
  const { act, owner, brandId } = await world().newWorkspace();
  const make = (name: string, domains: string[]) =>
    act(owner, (ctx) => makeCompany(ctx, { brandId, name, domains } as never));
  await make('Alba', ['alba.example']);
  await expect(make('Other', ['alba.example'])).rejects.toMatchObject({ code: 'customers/domain-taken' });
  await expect(make('Other', ['gmail.com'])).rejects.toMatchObject({ code: 'customers/everybodys-domain' });
  await expect(make('Other', ['not a domain'])).rejects.toMatchObject({ code: 'customers/not-a-domain' });
  const other = await make('Other', []);
  await expect(act(owner, (ctx) => changeCompany(ctx, other.id, { domains: ['alba.example'] }))).rejects.toMatchObject({
    code: 'customers/domain-taken',
  });
  const changed = await act(owner, (ctx) => changeCompany(ctx, other.id, { name: 'Ötzi', domains: ['ötzi.example'] }));
  expect(changed).toMatchObject({ name: 'Ötzi', domains: ['xn--tzi-rna.example'] });
});

test('customers and companies are listed by name page by page over the brands served, and no brand sees another’s', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const names = ['Clara', 'anna', 'Bert', 'Dora', 'anna'];
  for (const [index, name] of names.entries())
    await act(null, (ctx) =>
      findOrMakeCustomer(ctx, {
        brandId: index % 2 ? second.id : brandId,
        kind: 'address',
        value: `${name}${index}@x.example`,
        name,
        at: nine,
      }),
    );
  for (const name of ['Zeta', 'alpha'])
    await act(owner, (ctx) => makeCompany(ctx, { brandId, name, domains: [] } as never));
  const everybody = { ...owner, brandIds: 'all' } as Actor;
  const found: string[] = [];
  for (let next: string | null | undefined; next !== null; ) {
    const query = { limit: 2, sort: 'name', ...(next ? { after: next } : {}) } as const;
    const page = await read(everybody, (ctx) => listCustomers(ctx, query));
    found.push(...page.rows.map(({ name }) => name));
    next = page.next;
  }
  expect(found).toEqual(['anna', 'anna', 'Bert', 'Clara', 'Dora']);
  const ofSecond = { ...owner, brandIds: new Set([second.id]) } as Actor;
  const theirs = await read(ofSecond, (ctx) => listCustomers(ctx, { limit: 9, sort: 'name' }));
  expect(theirs.rows.map(({ name }) => name)).toEqual(['anna', 'Dora']);
  const companies = await read(everybody, (ctx) => listCompanies(ctx, { limit: 9, sort: 'name' }));
  expect(companies.rows.map(({ name }) => name)).toEqual(['alpha', 'Zeta']);
  expect((await read(everybody, (ctx) => listCompanies(ctx, { limit: 9, text: 'ALPH' }))).rows).toHaveLength(1);
  expect((await read(ofSecond, (ctx) => listCompanies(ctx, { limit: 9 }))).rows).toEqual([]);
  await expect(read(ofSecond, (ctx) => loadCompany(ctx, companies.rows[0]?.id ?? ''))).rejects.toMatchObject({
    status: 404,
  });
});

test('an address is made sure of, taken back and removed; whoever has it next is somebody new', async () => {
  const { act, read, owner, brandId } = await world().newWorkspace();
  const reached = { brandId, kind: 'address', value: 'maya@x.example', name: 'Maya', at: nine } as const;
  const { customerId, identityId } = await act(null, (ctx) => findOrMakeCustomer(ctx, reached));
  const verified = await act(owner, (ctx) => verifyIdentity(ctx, customerId, identityId, true), after(5));
  expect(verified.identities[0]?.verifiedAt).toBe(after(5).toISOString());
  const back = await act(owner, (ctx) => verifyIdentity(ctx, customerId, identityId, false));
  expect(back.identities[0]?.verifiedAt).toBeNull();
  const without = await act(owner, (ctx) => removeIdentity(ctx, customerId, identityId));
  expect(without.identities).toEqual([]);
  expect((await read(owner, (ctx) => listCustomers(ctx, { limit: 9, text: 'maya@x' }))).rows).toEqual([]);
  const next = await act(null, (ctx) => findOrMakeCustomer(ctx, reached));
  expect(next).toMatchObject({ made: true });
  expect(next.customerId).not.toBe(customerId);
  await act(owner, (ctx) => personalData.erase(ctx, customerId));
  const { rows } = await world().database.pool.query('select value from identities where id = $1', [identityId]);
  expect(rows).toEqual([{ value: '' }]);
});

test('a note is written once however often it is sent, stays through a merge and its undoing, and goes with its customer', async () => {
  const { act, read, owner, brandId, teammate } = await world().newWorkspace();
  const someone = (value: string) =>
    act(null, (ctx) => findOrMakeCustomer(ctx, { brandId, kind: 'address', value, name: value, at: nine }));
  const [kept, other] = [await someone('a@x.example'), await someone('b@x.example')];
  const noteId = newId();
  for (const text of ['Rings twice', 'Rings twice', 'Rings once'])
    await act(owner, (ctx) => writeCustomerNote(ctx, other.customerId, noteId, text));
  await expect(act(owner, (ctx) => writeCustomerNote(ctx, kept.customerId, noteId, 'Mine'))).rejects.toMatchObject({
    status: 409,
  });
  const merged = await act(owner, (ctx) => mergeCustomers(ctx, kept.customerId, other.customerId));
  const notes = () => read(owner, (ctx) => listCustomerNotes(ctx, kept.customerId, { limit: 9 }));
  expect((await notes()).rows).toMatchObject([{ text: 'Rings once', authorName: 'Olive Owner' }]);
  await act(owner, (ctx) => unmergeCustomers(ctx, kept.customerId, merged.merges[0]?.id ?? ''));
  expect((await notes()).rows).toEqual([]);
  const reader = { ...(await teammate('agent')), permissions: new Map([['customers.read', 'all']]) } as Actor;
  await expect(act(reader, (ctx) => removeCustomerNote(ctx, other.customerId, noteId))).rejects.toMatchObject({
    status: 403,
  });
  const removed = await act(owner, (ctx) => personalData.erase(ctx, other.customerId));
  expect(removed['customer_notes']).toBe(1);
});

test('the timeline tells everything once, page by page, and no more than its reader may see', async () => {
  const desk = await openDesk(world());
  const { act, read, owner, brandId } = desk.workspace;
  const first = await desk.mail({
    at: nine,
    subject: 'Where is it?',
    from: { address: 'maya@x.example', name: 'Maya' },
  });
  await desk.mail({ at: after(30), subject: 'Again', from: { address: 'maya@x.example', name: 'Maya' } });
  const other = await act(null, (ctx) =>
    findOrMakeCustomer(ctx, { brandId, kind: 'phone', value: '+46 31 555 01 00', name: 'Maya L', at: after(-60) }),
  );
  const company = await act(owner, (ctx) => makeCompany(ctx, { brandId, name: 'Alba', domains: [] } as never));
  await act(
    owner,
    (ctx) => beginMembership(ctx, first.customerId, company.id, { role: null, isPrimary: true }),
    after(40),
  );
  await act(owner, (ctx) => writeCustomerNote(ctx, first.customerId, newId(), 'Rings twice'), after(50));
  await act(owner, (ctx) => mergeCustomers(ctx, first.customerId, other.customerId), after(60));
  const told = async (reader: Actor): Promise<string[]> => {
    const kinds: string[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const query = { limit: 2, ...(next ? { after: next } : {}) };
      const page = await read(reader, (ctx) => listMoments(ctx, first.customerId, query));
      kinds.push(...page.rows.map(({ kind }) => kind));
      next = page.next;
    }
    return kinds;
  };
  const all = await told(owner);
  expect(all.slice(0, 4)).toEqual(['customer.merged', 'customer.note', 'customer.company', 'contact.in']);
  expect(all.filter((kind) => kind === 'contact.in')).toHaveLength(2);
  expect(all.slice(-2).toSorted()).toEqual(['customer.identity', 'customer.met']);
  const blind = { ...owner, permissions: new Map([['customers.read', 'all']]) } as Actor;
  expect(await told(blind)).toEqual(all.filter((kind) => kind !== 'contact.in'));
});

test('a conversation belongs to the company of its customer, one that began before too', async () => {
  const desk = await openDesk(world());
  const { act, owner, brandId } = desk.workspace;
  const mail = await desk.mail({ at: nine, from: { address: 'maya@alba.example', name: 'Maya' } });
  const company = await act(owner, (ctx) =>
    makeCompany(ctx, { brandId, name: 'Alba', domains: ['alba.example'] } as never),
  );
  await runQueued({ ...world(), now: new Date('2030-01-01') });
  const next = await desk.mail({ at: after(5), from: { address: 'jo@alba.example', name: 'Jo' } });
  const { rows } = await world().database.pool.query(
    'select id from conversations where company_id = $1 order by number',
    [company.id],
  );
  expect(rows.map(({ id }) => id)).toEqual([mail.conversationId, next.conversationId]);
});
