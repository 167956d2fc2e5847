import { brandOf } from '#domains/brands';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { problem } from '#platform/problem';
import { applicationById, loadApplication } from './applications.ts';
import type { LetterDraft, LetterGiven, LetterKind } from './contract.ts';
import { letterOf } from './letter-words.ts';
import { loadOpening } from './openings.ts';
import { sendLetters } from './send-letters.ts';
import { tellBoard } from './topics.ts';

const tooMany = problem(
  'hiring/too-many-letters',
  429,
  'Too many messages came from this page',
  'Wait for an answer, or try again tomorrow.',
);

/** Most messages an applicant leaves in a day, and most mails of our own accord to one address in a day. */
const answersADay = 20;
const ownAccordADay = 3;
const dayMs = 86_400_000;

/** Who hires writes to an applicant; the same letter again is one letter. */
export async function writeToApplicant(ctx: Ctx, applicationId: string, given: LetterGiven): Promise<void> {
  await applicationById(ctx, applicationId);
  await insert(ctx, applicationId, { ...given, direction: 'out', authorId: ctx.actor.id });
}

/** What a template says for this applicant, in their language. */
export async function draftLetter(
  ctx: ReadCtx,
  applicationId: string,
  kind: 'invited' | 'declined',
): Promise<LetterDraft> {
  const row = await applicationById(ctx, applicationId);
  return letterOf(kind, row.lang, await factsOf(ctx, row));
}

/**
 * Tells who applied that it is here, from us ourselves: with the way back to their page. An address that applied before
 * is told by mail what the page does not tell anybody.
 */
export async function tellReceived(ctx: Ctx, applicationId: string): Promise<void> {
  const row = await loadApplication(ctx, applicationId);
  const before = await ctx.db
    .selectFrom('applications')
    .select(['id', 'applied_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb(eb.fn('lower', ['address']), '=', row.address.toLowerCase()))
    .where('id', '!=', applicationId)
    .orderBy('applied_at', 'desc')
    .limit(ownAccordADay)
    .execute();
  const today = before.filter(({ applied_at }) => applied_at.getTime() > ctx.now.getTime() - dayMs);
  if (today.length >= ownAccordADay) return;
  const kind = before.length > 0 ? 'again' : 'received';
  const letter = letterOf(kind, row.lang, await factsOf(ctx, row));
  await insert(ctx, applicationId, { id: newId(), kind, ...letter, direction: 'out', authorId: null });
}

/** The applicant writes back on their own page. */
export async function answerAsApplicant(ctx: Ctx, applicationId: string, text: string): Promise<void> {
  const written = text.replaceAll('\0', '').trim().slice(0, 5_000);
  if (written === '') return;
  const { count } = await ctx.db
    .selectFrom('application_letters')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('application_id', '=', applicationId)
    .where('direction', '=', 'in')
    .where('written_at', '>', new Date(ctx.now.getTime() - dayMs))
    .executeTakeFirstOrThrow();
  if (Number(count) >= answersADay) throw tooMany();
  await insert(ctx, applicationId, {
    id: newId(),
    kind: 'answer',
    subject: 'Answer',
    text: written,
    direction: 'in',
    authorId: null,
  });
}

interface NewLetter extends LetterDraft {
  readonly id: string;
  readonly kind: LetterKind;
  readonly direction: 'out' | 'in';
  readonly authorId: string | null;
}

async function insert(ctx: Ctx, applicationId: string, letter: NewLetter): Promise<void> {
  const made = await ctx.db
    .insertInto('application_letters')
    .values({
      workspace_id: ctx.workspaceId,
      id: letter.id,
      application_id: applicationId,
      direction: letter.direction,
      kind: letter.kind,
      author_id: letter.authorId,
      subject: letter.subject,
      text: letter.text,
      written_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return;
  await tellBoard(ctx, { application: applicationId });
  if (letter.direction === 'out') ctx.enqueue(sendLetters.name, {});
}

async function factsOf(ctx: ReadCtx, row: { opening_id: string; brand_id: string; name: string }) {
  const [opening, brand] = await Promise.all([loadOpening(ctx, row.opening_id), brandOf(ctx, row.brand_id)]);
  return { name: row.name, title: opening.title, brand: brand.name };
}
