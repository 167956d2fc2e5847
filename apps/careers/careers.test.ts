import fastify from 'fastify';
import { expect, test } from 'vitest';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import { gather, type Tools } from '#platform/domain';
import { mountCareers } from './mount-careers.ts';

test('every role is there with what it does, and no figure without a source', async () => {
  const app = fastify();
  mountCareers(app, { house: gather(domains, desks) } as Tools);
  const { statusCode, body } = await app.inject('/careers');
  expect(statusCode).toBe(200);
  for (const { title } of desks) expect(body).toContain(`<h3>${title}</h3>`);
  expect(body.match(/No honest figure yet/g)).toHaveLength(desks.length);
  expect(body).toContain('<li>Take calls, and see those that ring</li>');
  expect(body).not.toMatch(/[$€£]\s?\d|<script/);
});
