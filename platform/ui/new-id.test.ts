import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('an id is a uuidv7 of its moment, and later ones sort after', () => {
  const id = newId(1_700_000_000_000);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
  expect(newId(1_700_000_000_001) > id).toBe(true);
});
