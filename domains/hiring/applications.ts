import { proofLink, findProofs } from '#domains/scenarios';
import type { Config } from '#platform/config';
import { isUuid } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { BytesReply, FileStore } from '#platform/domain';
import { notFound } from '#platform/problem';
import {
  type ApplicationRow,
  type ApplicationView,
  type ErasureProof,
  applicationMoved,
  type Stage,
} from './contract.ts';
import { removeApplication } from './erase-application.ts';
import { keptUntil } from './keep-times.ts';
import { lettersOf } from './read-letters.ts';
import { openingById } from './openings.ts';
import { can } from './policy.ts';
import { tellBoard } from './topics.ts';

type Keys = Pick<Config, 'dataDir' | 'secretKey'>;

const columns = [
  'id',
  'opening_id',
  'brand_id',
  'name',
  'address',
  'phone',
  'why',
  'lang',
  'cv_sha256',
  'cv_name',
  'cv_media_type',
  'proof_ids',
  'consented_at',
  'stage',
  'stage_at',
  'applied_at',
  'keep_until',
] as const;
/** Most other applications of one address that are named. */
const sameLimit = 20;
type Row = Awaited<ReturnType<typeof loadApplication>>;

/** Who applied for an opening, the newest first. */
export async function listApplications(
  ctx: ReadCtx,
  openingId: string,
  query: { readonly after?: string | undefined; readonly limit: number; readonly stage?: Stage | undefined },
): Promise<{ rows: ApplicationRow[]; next: string | null }> {
  await openingById(ctx, openingId);
  const rows = await ctx.db
    .selectFrom('applications')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('opening_id', '=', openingId)
    .$if(query.stage !== undefined, (q) => q.where('stage', '=', query.stage ?? 'new'))
    .$if(isUuid(query.after ?? ''), (q) => q.where('id', '<', query.after ?? ''))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  return { rows: page.map(rowView), next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
}

/** An application the actor may see; what they may not see does not exist. */
export async function applicationById(ctx: ReadCtx, id: string): Promise<Row> {
  const row = await loadApplication(ctx, id);
  if (!can.manage(ctx.actor, { brandId: row.brand_id })) throw notFound();
  return row;
}

/** An application by its id alone, for who holds its link. */
export async function loadApplication(ctx: ReadCtx, id: string) {
  const row = await ctx.db
    .selectFrom('applications')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Move an application on; its keeping time begins anew with each stage. */
export async function moveApplication(ctx: Ctx, keys: Keys, id: string, stage: Stage): Promise<ApplicationView> {
  const row = await applicationById(ctx, id);
  if (row.stage !== stage) await setStage(ctx, id, stage);
  return wholeApplication(ctx, keys, await applicationById(ctx, id));
}

/** Sets a stage, without asking who: for the verbs that did. */
export async function setStage(ctx: Ctx, id: string, stage: Stage): Promise<void> {
  await ctx.db
    .updateTable('applications')
    .set({ stage, stage_at: ctx.now, keep_until: keptUntil(stage, ctx.now) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await tellBoard(ctx, { application: id });
  ctx.emit(applicationMoved, id, { stage });
}

/** Write a note on an application; the same one again is written once. */
export async function noteApplication(
  ctx: Ctx,
  keys: Keys,
  id: string,
  note: { readonly id: string; readonly text: string },
): Promise<ApplicationView> {
  const row = await applicationById(ctx, id);
  await ctx.db
    .insertInto('application_notes')
    .values({
      workspace_id: ctx.workspaceId,
      id: note.id,
      application_id: id,
      author_id: ctx.actor.id,
      text: note.text.replaceAll('\0', ''),
      written_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute();
  await tellBoard(ctx, { application: id });
  return wholeApplication(ctx, keys, row);
}

/** Erase an application because the team says so; answers what was removed. */
export async function eraseApplication(ctx: Ctx, id: string): Promise<ErasureProof> {
  return removeApplication(ctx, await applicationById(ctx, id), 'team');
}

/** The CV of an application: a download, never shown within our pages. */
export async function cvBytes(ctx: ReadCtx, files: Pick<FileStore, 'open'>, id: string): Promise<BytesReply> {
  const row = await applicationById(ctx, id);
  if (!row.cv_sha256 || !row.cv_name) throw notFound();
  return {
    bytes: await files.open(ctx.workspaceId, row.cv_sha256),
    mediaType: row.cv_media_type ?? 'application/octet-stream',
    fileName: row.cv_name,
  };
}

/** All that is kept of an application. */
export async function wholeApplication(ctx: ReadCtx, keys: Keys, row: Row): Promise<ApplicationView> {
  const [proofs, letters, same, notes] = await Promise.all([
    findProofs(ctx, row.proof_ids),
    lettersOf(ctx, row.id),
    sameAddress(ctx, row),
    ctx.db
      .selectFrom('application_notes')
      .select(['id', 'author_id', 'text', 'written_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('application_id', '=', row.id)
      .orderBy('id')
      .limit(500)
      .execute(),
  ]);
  return {
    ...rowView(row),
    address: row.address,
    phone: row.phone,
    why: row.why,
    lang: row.lang,
    cvName: row.cv_name,
    consentedAt: row.consented_at.toISOString(),
    keepUntil: row.keep_until.toISOString(),
    practice: [...proofs.values()].map(({ id, scenarioTitle, points, allPoints, passed }) => ({
      scenarioTitle,
      points,
      allPoints,
      passed,
      link: `/careers/practise/results/${proofLink(keys, ctx.workspaceId, id).view}`,
    })),
    notes: notes.map((note) => ({
      id: note.id,
      authorId: note.author_id,
      text: note.text,
      writtenAt: note.written_at.toISOString(),
    })),
    letters,
    sameAddress: same,
  };
}

/** An application without a word of anybody else. */
export type OwnApplication = Omit<ApplicationView, 'sameAddress'>;

/**
 * An application as who holds its link sees it. A link is no proof of the address: what we told the address alone, and who
 * else applied with it, is not shown, or anybody could ask here whether somebody applied.
 */
export async function ownApplication(ctx: ReadCtx, keys: Keys, id: string): Promise<OwnApplication> {
  const { sameAddress: _, letters, ...view } = await wholeApplication(ctx, keys, await loadApplication(ctx, id));
  return { ...view, letters: letters.filter(({ kind }) => kind !== 'received' && kind !== 'again') };
}

/** Who else applied for this opening with the same address: the same person again, or somebody in their name. */
async function sameAddress(ctx: ReadCtx, row: Row): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectFrom('applications')
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb(eb.fn('lower', ['address']), '=', row.address.toLowerCase()))
    .where('opening_id', '=', row.opening_id)
    .where('id', '!=', row.id)
    .orderBy('applied_at', 'desc')
    .limit(sameLimit)
    .execute();
}

function rowView(row: Row): ApplicationRow {
  return {
    id: row.id,
    openingId: row.opening_id,
    name: row.name,
    stage: row.stage as Stage,
    stageAt: row.stage_at.toISOString(),
    appliedAt: row.applied_at.toISOString(),
    hasCv: row.cv_sha256 !== null,
    proofs: row.proof_ids.length,
  };
}
