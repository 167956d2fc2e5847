import type { ReadCtx } from '#platform/ctx';
import { sql } from 'kysely';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import type { PayRangeView, TextBody } from './contract.ts';
import { payRanges, roleTitles } from './pay.ts';
import { inTheirWords } from './translate.ts';

/** What a workspace has of its own: texts by `kind/key` and language, ranges of pay, and titles by place. */
export interface Own {
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, TextBody>>;
  readonly pay: readonly (PayRangeView & { readonly id: string })[];
  readonly titles: readonly { role: string; place: string; title: string; source: string }[];
}

/** Everything that the careers site and My career draw with, in one language. */
export interface Careers {
  readonly catalogue: Catalogue;
  readonly pay: readonly PayRangeView[];
  readonly titles: Own['titles'];
}

const nothing: Own = { texts: new Map(), pay: [], titles: [] };
/** Workspaces whose catalogue one process keeps, and most rows of each kind. */
const keptWorkspaces = 200;
const rowLimit = 5_000;
const kept = new Map<string, { readonly version: number; readonly own: Own; readonly drawn: Map<string, Careers> }>();

/**
 * The catalogue of a workspace in a language: what came with the program, and in its place what the people team wrote. One
 * small row is read; the rest only when its version is new, so a change stands on the site with the next request.
 */
export async function careersOf(ctx: ReadCtx, lang: string): Promise<Careers> {
  const entry = await entryOf(ctx);
  const known = entry.drawn.get(lang);
  if (known) return known;
  const made = draw(entry.own, lang);
  entry.drawn.set(lang, made);
  return made;
}

/** What a workspace has of its own, for those who edit it. */
export async function ownOf(ctx: ReadCtx): Promise<Own> {
  return (await entryOf(ctx)).own;
}

/** What a change has not committed yet is not kept: if it went back, its version would come again with other words. */
async function entryOf(ctx: ReadCtx) {
  const row = await ctx.db
    .selectFrom('career_versions')
    .select('version')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  const version = row?.version ?? 0;
  const known = kept.get(ctx.workspaceId);
  if (known?.version === version) return known;
  const entry = { version, own: version === 0 ? nothing : await readOwn(ctx), drawn: new Map<string, Careers>() };
  if ('emit' in ctx) return entry;
  kept.delete(ctx.workspaceId);
  kept.set(ctx.workspaceId, entry);
  const [oldest] = kept.keys();
  if (kept.size > keptWorkspaces && oldest !== undefined) kept.delete(oldest);
  return entry;
}

function draw(own: Own, lang: string): Careers {
  const isTheirs = (one: PayRangeView): boolean =>
    own.pay.some(
      ({ role, place, experience }) => role === one.role && place === one.place && experience === one.experience,
    );
  const isNamed = (one: Own['titles'][number]): boolean =>
    own.titles.some(({ role, place }) => role === one.role && place === one.place);
  return {
    catalogue: catalogueOf(lang, own.texts),
    pay: [...own.pay, ...inTheirWords(payRanges, lang).filter((one) => !isTheirs(one))],
    titles: [...own.titles, ...roleTitles.filter((one) => !isNamed(one))],
  };
}

async function readOwn(ctx: ReadCtx): Promise<Own> {
  const { rows: texts } = await sql<{ kind: string; key: string; lang: string; body: TextBody | null }>`
    select distinct on (kind, key, lang) kind, key, lang, body from career_texts
    where workspace_id = ${ctx.workspaceId} order by kind, key, lang, id desc limit ${rowLimit}`.execute(ctx.db);
  const pay = await ctx.db
    .selectFrom('career_pay')
    .select(['id', 'role', 'place', 'experience', 'low_minor', 'high_minor', 'currency', 'period', 'year'])
    .select(['source', 'source_url', 'means'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .orderBy('place')
    .limit(rowLimit)
    .execute();
  const titles = await ctx.db
    .selectFrom('career_titles')
    .select(['role', 'place', 'title', 'source'])
    .where('workspace_id', '=', ctx.workspaceId)
    .limit(rowLimit)
    .execute();
  const byKey = new Map<string, Map<string, TextBody>>();
  for (const { kind, key, lang, body } of texts) {
    if (body === null) continue;
    const address = `${kind}/${key}`;
    byKey.set(address, (byKey.get(address) ?? new Map<string, TextBody>()).set(lang, body));
  }
  return {
    texts: byKey,
    titles,
    pay: pay.map(({ low_minor, high_minor, source_url, experience, period, ...row }) => ({
      ...row,
      experience: experience as PayRangeView['experience'],
      period: period as PayRangeView['period'],
      lowMinor: Number(low_minor),
      highMinor: Number(high_minor),
      sourceUrl: source_url,
    })),
  };
}
