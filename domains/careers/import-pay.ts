import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Importable, ImportPlace, ImportResult } from '#platform/domain';
import { problem } from '#platform/problem';
import * as z from 'zod';
import { enterPay } from './enter-pay.ts';
import { payGiven, type PayGiven } from './contract.ts';
import { careersOf, ownOf } from './own.ts';
import { mustEdit } from './policy.ts';
import { raiseVersion } from './version.ts';

type Row = Readonly<Record<string, string>>;

const noRole = problem(
  'careers/import-role',
  422,
  'This line names no role of the catalogue, or more than one',
  'Write the key or the name of a role. A code of O*NET works where one role alone has it.',
);
const noPlace = problem(
  'careers/import-place',
  422,
  'This line names no place of the catalogue',
  'Write the key or the name of a place.',
);
const notHonest = problem(
  'careers/import-not-honest',
  422,
  'This line is no honest figure',
  'Give amounts (the lower one first), currency, year, source and what the range means.',
);

const required = { isRequired: true } as const;
const optional = { isRequired: false } as const;
/** What the way back needs: the entry that was made, and the one it ended. */
const Trace = z.object({ endedId: z.uuid().nullable() });

/** Ranges of pay from an official table: each line with its own source, year, currency and meaning, or it is refused. */
export const importPay: Importable = {
  kind: 'pay',
  title: 'Pay',
  says: 'Ranges of pay by role and place from an official table, each with source, year, currency and meaning',
  fields: async () => [
    {
      name: 'role',
      title: 'Role',
      ...required,
      example: 'customer-service-specialist',
      alsoCalled: ['occupation', 'occ_title', 'occ_code', 'soc', 'onet', 'title', 'job'],
    },
    { name: 'place', title: 'Place', ...required, example: 'jamaica', alsoCalled: ['area', 'area_title', 'country'] },
    {
      name: 'low',
      title: 'From',
      ...required,
      example: '1200000',
      alsoCalled: ['lower', 'min', 'a_pct10', 'a_pct25', 'p10', 'p25'],
    },
    {
      name: 'high',
      title: 'To',
      ...required,
      example: '1500000',
      alsoCalled: ['upper', 'max', 'a_pct75', 'a_pct90', 'p75', 'p90'],
    },
    { name: 'currency', title: 'Currency', ...required, example: 'JMD', alsoCalled: ['money'] },
    { name: 'year', title: 'Year', ...required, example: '2026', alsoCalled: ['period', 'date'] },
    { name: 'source', title: 'Source', ...required, example: 'Statistical Institute of Jamaica', alsoCalled: ['from'] },
    {
      name: 'means',
      title: 'What the range means',
      ...required,
      example: 'Gross base pay, 25th to 75th percentile',
      alsoCalled: ['meaning', 'definition', 'note'],
    },
    { name: 'period', title: 'For (year, month or hour)', ...optional, example: 'year', alsoCalled: ['per', 'unit'] },
    { name: 'experience', title: 'Starting or experienced', ...optional, example: 'starting', alsoCalled: ['level'] },
    { name: 'sourceUrl', title: 'Link to the source', ...optional, example: 'https://…', alsoCalled: ['url', 'link'] },
  ],
  keyOf: (row) =>
    row['role'] && row['place']
      ? [row['role'], row['place'], row['experience'] ?? 'starting'].join('|').toLowerCase()
      : null,
  bring,
  takeBack,
};

async function bring(ctx: Ctx, place: ImportPlace, row: Row): Promise<ImportResult> {
  mustEdit(ctx.actor);
  const given = await readLine(ctx, row);
  const before = (await ownOf(ctx)).pay.find(
    (one) => one.role === given.role && one.place === given.place && one.experience === given.experience,
  );
  const { id: beforeId, ...rest } = before ?? { id: null };
  const isSame =
    before !== undefined && Object.entries(given).every(([name, value]) => Reflect.get(rest, name) === value);
  if (before && (isSame || place.onKnown === 'keep')) return { outcome: 'same', objectId: before.id };
  const id = newId();
  await enterPay(ctx, id, given);
  return { outcome: before ? 'changed' : 'made', objectId: id, before: { endedId: beforeId } };
}

/** Ends what the line entered and begins again what it ended; what was entered since stays. */
async function takeBack(ctx: Ctx, done: ImportResult): Promise<{ readonly keptBecause: string | null }> {
  mustEdit(ctx.actor);
  const { endedId } = Trace.parse(done.before ?? { endedId: null });
  const ended = await ctx.db
    .updateTable('career_pay')
    .set({ ended_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', done.objectId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return { keptBecause: 'It was replaced or taken away since.' };
  if (endedId !== null)
    await ctx.db
      .updateTable('career_pay')
      .set({ ended_at: null })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', endedId)
      .execute();
  await raiseVersion(ctx);
  return { keptBecause: null };
}

async function readLine(ctx: ReadCtx, row: Row): Promise<PayGiven> {
  const { catalogue } = await careersOf(ctx, 'en');
  const [named, where] = [plain(row['role']), plain(row['place'])];
  const roles = catalogue.roles.filter(
    ({ key, name, onet }) =>
      key === named ||
      plain(name) === named ||
      (onet !== null && onet.code.startsWith(named) && /^\d\d-\d{4}/.test(named)),
  );
  const [role] = roles;
  if (!role || roles.length > 1) throw noRole();
  const place = catalogue.places.find(({ key, name }) => key === where || plain(name) === where);
  if (!place) throw noPlace();
  const currency = (row['currency'] ?? '').trim().toUpperCase();
  const read = payGiven.safeParse({
    role: role.key,
    place: place.key,
    experience: plain(row['experience']) || 'starting',
    lowMinor: minor(row['low'], currency),
    highMinor: minor(row['high'], currency),
    currency,
    period: plain(row['period']) || 'year',
    year: Number(row['year']),
    source: row['source'],
    sourceUrl: row['sourceUrl']?.trim() || null,
    means: row['means'],
  });
  if (!read.success || read.data.lowMinor > read.data.highMinor) throw notHonest();
  return read.data;
}

function plain(text: string | undefined): string {
  return (text ?? '').trim().toLowerCase();
}

/** "1,200,000" as tables write it, in the smallest parts of its currency. What is no plain amount is no number. */
function minor(text: string | undefined, currency: string): number {
  const amount = Number((text ?? '').replaceAll(/[,\s]/g, ''));
  if ((text ?? '').trim() === '' || !/^[A-Z]{3}$/.test(currency)) return Number.NaN;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return Math.round(amount * 10 ** (maximumFractionDigits ?? 2));
}
