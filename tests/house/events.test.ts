import { join } from 'node:path';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { domainFolders } from './rooms.ts';
import { textIn } from './rules/events-hold-no-text.ts';
import { readTree } from './tree.ts';

const root = new URL('../..', import.meta.url).pathname;
const contracts = domainFolders(readTree(root)).map((domain) => `domains/${domain}/contract.ts`);
const present = contracts.filter((path) => readTree(root).has(path));

test.each(present)('the events of %s hold ids, enums, numbers and times, never text', async (path) => {
  const contract: Record<string, unknown> = await import(join(root, path));
  const wrong = Object.values(contract)
    .filter(isEvent)
    .flatMap((event) => textIn(event.body).map((says) => `${path} ${event.name} ${says}`));
  expect(wrong).toEqual([]);
});

/** What `event()` of #platform/contract makes. */
function isEvent(value: unknown): value is { name: string; version: number; body: z.ZodObject } {
  if (typeof value !== 'object' || value === null || '_zod' in value) return false;
  return (
    'name' in value &&
    'version' in value &&
    'body' in value &&
    typeof value.body === 'object' &&
    value.body !== null &&
    '_zod' in value.body
  );
}
