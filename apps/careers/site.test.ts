import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { catalogueOf } from '#domains/careers';
import { bank } from '#domains/scenarios';
import { createServer } from '#platform/http';
import { faultsOf } from '../../tests/support/page-faults.ts';
import { useWorld } from '../../tests/support/world.ts';
import { mountCareers } from './mount-careers.ts';

/** Most bytes of one page, packed, and of what it is drawn with. */
const pageLimitBytes = 14 * 1024;
const sheetsLimitBytes = 14 * 1024;

const world = useWorld();
const { roles, skills, places, guides } = catalogueOf('en');
const plain = ['', '/skills', '/places', '/industries', '/prepare', '/questions', '/explore', '/sources', '/practise'];
const paths = [
  ...plain,
  '/openings',
  ...roles.map(({ key }) => `/${key}`),
  ...skills.map(({ key }) => `/skills/${key}`),
  ...places.map(({ key }) => `/places/${key}`),
  ...Object.keys(guides.industries).map((key) => `/industries/${key}`),
  ...bank.map(({ id }) => `/practise/${id}`),
];

let get: (path: string) => Promise<{ status: number; text: string; headers: Record<string, unknown> }>;
let post: (path: string, form: Record<string, string>, from: string) => Promise<{ statusCode: number; body: string }>;
let base = '';
beforeAll(async () => {
  const { house, tools } = world();
  const workspace = await world().newWorkspace();
  const server = await createServer({ house, tools, authenticate: async () => null });
  mountCareers(server.app, tools);
  const { rows } = await world().database.pool.query('select slug from brands where workspace_id = $1', [workspace.id]);
  base = `/careers/at/${(rows as { slug: string }[])[0]?.slug}`;
  await world().database.pool.query(
    `insert into openings (workspace_id, id, brand_id, role, title, about, where_work, hours, state, opened_at, changed_at)
     select workspace_id, gen_random_uuid(), id, 'account-manager', 'Account manager', 'For years.', 'remote', 'full-time', 'open', now(), now()
     from brands where workspace_id = $1`,
    [workspace.id],
  );
  get = async (path) => {
    const reply = await server.app.inject({ method: 'GET', url: path });
    return { status: reply.statusCode, text: reply.body, headers: reply.headers };
  };
  post = (path, form, remoteAddress) =>
    server.app.inject({
      method: 'POST',
      url: path,
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
});

test('every page of the site passes the audit in both languages, and is light', async () => {
  const found: string[] = [];
  for (const lang of ['', '/es'])
    for (const path of paths) {
      const { status, text } = await get(`${base}${lang}${path}`);
      if (status !== 200) found.push(`${lang}${path}: ${status}`);
      found.push(...faultsOf(text).map((fault) => `${lang}${path}: ${fault}`));
      const bytes = gzipSync(text).length;
      if (bytes > pageLimitBytes) found.push(`${lang}${path}: ${bytes} bytes`);
    }
  expect(found).toEqual([]);
}, 60_000);

test('what pages are drawn with is light, has no script, and is kept for good', async () => {
  const { text } = await get(base);
  expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/);
  const sheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
  const answers = await Promise.all(sheets.map(get));
  expect(answers.map(({ headers }) => headers['cache-control'])).toEqual(
    sheets.map(() => expect.stringContaining('immutable')),
  );
  expect(gzipSync(answers.map(({ text: css }) => css).join('')).length).toBeLessThan(sheetsLimitBytes);
});

test('search engines find the map of the site, and leave alone what is nobody’s to list', async () => {
  const robots = await get('/robots.txt');
  expect(robots.text).toContain('Sitemap: ');
  expect(robots.text).toContain('Disallow: /api');
  const map = await get(`${base}/sitemap.xml`);
  for (const path of ['/openings', '/practise/late-parcel', '/account-manager'])
    expect(map.text).toContain(`${path}</loc>`);
  const search = await get(`${base}/search?q=empathy`);
  expect(search.text).toContain('content="noindex"');
});

/** An application as a browser sends it, from an address of the network. */
async function applyFrom(remoteAddress: string, more: Record<string, string> = {}) {
  const { rows } = await world().database.pool.query<{ id: string }>('select id from openings');
  const form = { name: 'Ada', address: 'ada@cust.test', why: 'I like tents.', consent: 'yes', ...more };
  const reply = await post(`${base}/openings/${rows[0]?.id}/apply`, form, remoteAddress);
  return { status: reply.statusCode, text: reply.body };
}

async function applications(): Promise<number> {
  const { rows } = await world().database.pool.query<{ count: number }>('select count(*)::int from applications');
  return rows[0]?.count ?? 0;
}

test('a form larger than its page takes is refused in words, and nothing of it is kept', async () => {
  const before = await applications();
  const tooLarge = await applyFrom('192.0.2.1', { why: 'a'.repeat(6 * 1_048_576) });
  expect(tooLarge).toMatchObject({ status: 413, text: expect.stringContaining('Send a smaller file.') });
  // where no file is asked for, a form is small
  const keep = await post(`${base}/practise/late-parcel/keep`, { answer: 'a'.repeat(100_000) }, '192.0.2.1');
  expect(keep.statusCode).toBe(413);
  expect(await applications()).toBe(before);
});

test('one address of the network sends ten applications an hour; what the eleventh typed is not lost', async () => {
  for (let time = 1; time <= 10; time += 1) expect((await applyFrom('192.0.2.7')).status).toBe(303);
  const before = await applications();
  const eleventh = await applyFrom('192.0.2.7', { why: 'For the eleventh time.' });
  expect(eleventh).toMatchObject({ status: 422, text: expect.stringContaining('For the eleventh time.') });
  expect(await applications()).toBe(before);
  expect((await applyFrom('192.0.2.8')).status).toBe(303);
});
