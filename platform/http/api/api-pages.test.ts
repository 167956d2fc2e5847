import { expect, test } from 'vitest';
import { toyHouse, toyRoutes, toyServer } from '../test-server.ts';
import { apiDocument } from './document.ts';
import { curlOf } from './example-of.ts';

const document = apiDocument(toyHouse, { version: '1.2.3', publicUrl: 'https://service.example.com' });

test('a route becomes an operation: what it asks, what it answers, who may', () => {
  const change = document.paths['/api/wishes/{id}']?.['put'];
  expect(change).toMatchObject({
    operationId: 'putWishesId',
    tags: ['wishes'],
    'x-permission': 'wishes.change',
    security: [{ session: [] }],
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid', 'x-object': 'Wish' } },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: { required: ['text', 'kind'] } } } },
  });
  expect(change?.responses['200']).toMatchObject({
    content: { 'application/json': { schema: { required: ['id', 'text', 'madeAt', 'price'] } } },
  });
  expect(change?.responses['default']).toEqual({ $ref: '#/components/responses/Problem' });
});

test('a query says what may be left out and what then counts', () => {
  const list = document.paths['/api/wishes']?.['get'];
  expect(list?.security).toEqual([]);
  expect(list?.parameters?.map(({ name, required }) => [name, required])).toEqual([
    ['open', false],
    ['limit', false],
    ['near', false],
  ]);
  expect(list?.parameters?.[1]?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 50 });
});

test('nothing to say is 204, and bytes are bytes', () => {
  expect(Object.keys(document.paths['/api/wishes/{id}']?.['delete']?.responses ?? {})).toEqual(['204', 'default']);
  expect(document.paths['/api/wishes/{id}/picture']?.['get']?.responses['200']).toMatchObject({
    content: { 'application/octet-stream': {} },
  });
});

test('an answer may gain fields later: replies are not closed', () => {
  expect(JSON.stringify(document.paths['/api/wishes']?.['get']?.responses)).not.toContain('additionalProperties');
});

test('the example of a change can be pasted into a shell', () => {
  expect(curlOf(toyRoutes.change, 'https://service.example.com')).toBe(
    [
      'curl -X PUT https://service.example.com/api/wishes/ID',
      "-H 'cookie: __Host-rapport.session_token=SESSION'",
      "-H 'content-type: application/json'",
      `-d '{"text":"TEXT","kind":"small"}'`,
    ].join(' \\\n  '),
  );
});

test('/api is a page with every route, and what contracts say is escaped', async () => {
  const { app } = await toyServer();
  const { statusCode, body, headers } = await app.inject('/api');
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toContain('text/html');
  for (const { summary } of Object.values(toyRoutes))
    expect(body).toContain(summary.replace('<', '&lt;').replace('>', '&gt;'));
  expect(body).toContain('<code>wishes.change</code>: Change wishes');
  expect(body).not.toMatch(/<script/);
  const sheet = /href="(\/pages\/[^"]+\.css)"/.exec(body)?.[1] ?? '';
  expect((await app.inject(sheet)).headers['cache-control']).toContain('immutable');
});

test('/api/problems explains the code that a refusal names', async () => {
  const { app } = await toyServer();
  const refusal = (await app.inject('/api/wishes/019aa0c2-5f00-7000-8000-000000000001')).json();
  expect(refusal).toMatchObject({ code: 'sign-in-first', status: 401, type: '/api/problems#sign-in-first' });
  expect((await app.inject('/api/problems')).body).toContain(`id="${refusal.code}"`);
});

test('/api/openapi.json is the document', async () => {
  const { app } = await toyServer();
  const answer = await app.inject('/api/openapi.json');
  expect(answer.json()).toMatchObject({
    openapi: '3.1.0',
    servers: [{ url: 'https://service.example.com' }],
    paths: JSON.parse(JSON.stringify(document.paths)),
  });
});
