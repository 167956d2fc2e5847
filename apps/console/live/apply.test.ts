import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { entry, priya } from '../preview/fernhill-entries.ts';
import { belongsIn } from '../inbox/lists.ts';
import { rows } from '../preview/fernhill-inbox.ts';
import { applyHead, placeRow, type Rows } from './apply.ts';
import { type Entries, withEntry } from './entries.ts';

const [first, second] = rows;
if (first === undefined || second === undefined) throw new Error('The story has rows.');
const list: Rows = { pages: [{ rows: [first, second], next: null }], pageParams: [undefined] };
const spine: Entries = {
  pages: [{ rows: [entry(1, 'in', 'email', '2026-11-16T10:00:00Z', priya, 'first')], before: null, version: 1 }],
  pageParams: [undefined],
};

test('a newer row takes the place of the older; an older one is nothing', () => {
  const newer = placeRow(list, { ...first, subject: 'New', version: first.version + 1 }, true);
  expect(newer).toMatchObject({ pages: [{ rows: [{ subject: 'New' }, { id: second.id }] }] });
  expect(placeRow(list, { ...first, subject: 'Old', version: first.version - 1 }, true)).toBe(list);
});

test('a row that belongs here no longer leaves the list', () => {
  expect(placeRow(list, { ...first, version: first.version + 1 }, false)).toMatchObject({
    pages: [{ rows: [{ id: second.id }] }],
  });
});

test('whatever becomes of a conversation, it stays among those of its customer and comes among no other’s', () => {
  const theirs = { box: 'customer', customerId: first.customer.id } as const;
  expect(belongsIn({ ...first, closedAt: '2026-11-16T12:00:00Z' }, theirs, 'somebody')).toBe(true);
  expect(belongsIn(first, { ...theirs, customerId: 'another' as typeof theirs.customerId }, 'somebody')).toBe(false);
});

test('a row whose place only the server knows is asked for', () => {
  expect(placeRow(list, { ...first, id: 'new' }, true)).toBe('elsewhere');
});

test('what the server said of a message is never replaced by what we only hope', () => {
  const hoped = {
    ...entry(2, 'out', 'email', '2026-11-16T11:00:00Z', priya, 'mine'),
    local: { state: 'sending' } as const,
  };
  const once = withEntry(spine, hoped);
  const said = withEntry(once, entry(2, 'out', 'email', '2026-11-16T11:00:00Z', priya, 'as sent'));
  expect(said.pages[0]?.rows.map(({ text }) => text)).toEqual(['first', 'as sent']);
  expect(withEntry(said, hoped)).toBe(said);
});

test('an entry that happened earlier is put where it belongs', () => {
  const late = withEntry(spine, entry(3, 'note', null, '2026-11-16T09:00:00Z', priya, 'earlier'));
  expect(late.pages[0]?.rows.map(({ text }) => text)).toEqual(['earlier', 'first']);
});

test('what was fetched before its room was joined is fetched again then; after that, only when the head moved', () => {
  const client = new QueryClient();
  const pieces = [{ topic: 'import', paths: ['/api/imports/:id'] }];
  const isOld = (): boolean => client.getQueryState(['/api/imports/:id'])?.isInvalidated === true;
  const fetched = (): void => void client.setQueryData(['/api/imports/:id'], {});
  const heads: boolean[] = [];
  for (const head of ['3', '3', '4', '4', null]) {
    fetched();
    applyHead(client, { room: 'import:one', head }, pieces);
    heads.push(isOld());
  }
  expect(heads).toEqual([true, false, true, false, true]);
});
