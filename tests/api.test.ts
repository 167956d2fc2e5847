import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { desks } from '../desks/index.ts';
import { domains } from '../domains/index.ts';
import { readConfig } from '#platform/config';
import { gather, routeName, type Tools } from '#platform/domain';
import { createServer } from '#platform/http';

const house = gather(domains, desks);

/** The form of an OpenAPI 3.1 document, as far as we write one; an unknown word is a slip. */
const JsonSchema = z.looseObject({ type: z.union([z.string(), z.array(z.string())]).optional() });
const Media = z.record(z.string().regex(/^[a-z]+\/[a-z.+-]+$/), z.strictObject({ schema: JsonSchema }));
const Reference = z.strictObject({ $ref: z.string().regex(/^#\/components\/\w+\/\w+$/) });
const Answer = z.strictObject({ description: z.string().min(1), content: Media.optional() });
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]+$/),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  'x-permission': z.string().optional(),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        in: z.enum(['path', 'query']),
        required: z.boolean(),
        description: z.string().optional(),
        schema: JsonSchema,
      }),
    )
    .optional(),
  requestBody: z.strictObject({ required: z.literal(true), content: Media }).optional(),
  responses: z.record(z.string().regex(/^(default|[1-5]\d\d)$/), z.union([Reference, Answer])),
});
const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    summary: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(
    z.string().startsWith('/api/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), Operation),
  ),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
    schemas: z.record(z.string(), JsonSchema),
    responses: z.record(z.string(), Answer),
  }),
});

let text: string;
let page: string;
let document: z.output<typeof Document>;

beforeAll(async () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const tools = { config: readConfig({}), house, log } as unknown as Tools;
  const { app } = await createServer({ house, tools, authenticate: async () => null });
  text = (await app.inject('/api/openapi.json')).body;
  page = (await app.inject('/api')).body;
  document = Document.parse(JSON.parse(text));
  await app.close();
});

describe('the API document', () => {
  test('has every route of every domain, and no other', () => {
    const written = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(written.sort()).toEqual(house.handlers.map(({ route }) => routeName(route)).sort());
  });

  test('names each operation once, and each parameter of its path', () => {
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { path, operation } of operations) {
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect({ path, named: inPath.map(({ name }) => name).sort() }).toEqual({ path, named: named.sort() });
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  });

  test('says for each closed door which permission opens it, in a word the house knows', () => {
    const known = new Set(house.permissions.map(({ name }) => name));
    const asked = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((operation) => operation['x-permission']),
    );
    expect(asked.filter((permission) => permission !== undefined && !known.has(permission))).toEqual([]);
  });

  test('refers to nothing that is not there', () => {
    const whole: unknown = JSON.parse(text);
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => String(path));
    const missing = references.filter(
      (path) =>
        path.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], whole) ===
        undefined,
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  test('is what the page at /api shows, route by route', () => {
    const missing = house.handlers.filter(({ route }) => !page.includes(`aria-label="${routeName(route)}"`));
    expect(missing.map(({ route }) => routeName(route))).toEqual([]);
  });
});
