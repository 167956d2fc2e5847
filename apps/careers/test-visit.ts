import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { domains } from '../../domains/index.ts';
import { gather, type SiteAnswer, type SiteContent, type SiteVisit, type Tools } from '#platform/domain';
import { pages } from './pages/index.ts';
import { findPage } from './router.ts';
import { hrefOf } from './visit.ts';

const nine = new Date('2026-11-16T09:00:00Z');
const config = {
  publicUrl: 'https://desk.example',
  dataDir: '/nowhere',
  secretKey: 'a-secret-of-more-than-thirty-two-letters',
};

/** A database in which nothing was written yet. */
const empty = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const readEmpty = ({ workspaceId }: { workspaceId: string }, verb: (ctx: ReadCtx) => Promise<unknown>) =>
  verb({ workspaceId, db: empty, now: nine } as unknown as ReadCtx);

/** What a page answers a visitor of tests; a form is one that is sent. */
export async function answerTo(
  path: string,
  given: {
    readonly query?: string;
    readonly lang?: string;
    readonly form?: Record<string, string>;
    readonly tools?: Partial<Tools>;
    readonly workspaceId?: string;
  } = {},
): Promise<SiteAnswer> {
  const { query = '', lang = 'en', form, tools = {} } = given;
  const asked = new URLSearchParams(query);
  const found = findPage(pages, form ? 'POST' : 'GET', path);
  if (!found) throw new Error(`No page at ${path}.`);
  const place = asked.get('place');
  const visit: SiteVisit = {
    tools: { house: gather(domains, []), config, now: () => nine, read: readEmpty, ...tools } as unknown as Tools,
    workspaceId: given.workspaceId ?? '00000000-0000-7000-8000-000000000000',
    brand: { id: '00000000-0000-7000-8000-000000000001', name: 'Fernhill', slug: 'fernhill' },
    lang,
    place,
    params: found.params,
    query: asked,
    from: '127.0.0.1',
    isWithin: () => true,
    href: (to, more = {}) => hrefOf(null, lang, to, { place, ...more }),
    absolute: (to) => `https://desk.example${hrefOf(null, lang, to, {})}`,
    form: async () => {
      const data = new FormData();
      for (const [name, value] of Object.entries(form ?? {})) data.set(name, value);
      return data;
    },
  };
  return found.page.answer(visit);
}

/** The text of a page as a visitor reads it. */
export async function read(path: string, query = '', lang = 'en'): Promise<string> {
  const answer = (await answerTo(path, { query, lang })) as SiteContent;
  return answer.raw?.text ?? answer.body.html;
}
