import { findBrand } from '#domains/brands';
import type { Ctx } from '#platform/ctx';
import { type LetterOutcome, outward, type Tools } from '#platform/domain';
import { applicationLink } from './application-link.ts';
import { footOf } from './letter-words.ts';
import { tellBoard } from './topics.ts';

/** Longest one sending may take, in seconds. */
const sendLimitSeconds = 60;
/** How long after its claim a letter without an outcome is lost: longer than a sending and its writing down can take. */
const lostAfterMs = 15 * 60_000;

interface Work {
  readonly workspaceId: string;
  readonly id: string;
  readonly applicationId: string;
  /** Null: it is archived, and writes to nobody. */
  readonly brand: { readonly id: string; readonly name: string; readonly slug: string } | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly lang: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends what waits, the oldest first, by a line of the opening's brand: claimed before, settled after, never twice. */
export const sendLetters = outward<Work, LetterOutcome>({
  name: 'hiring.send-letters',
  limitSeconds: sendLimitSeconds,
  claim: async (ctx, _data, claimId) => {
    const row = await ctx.db
      .selectFrom('application_letters as letter')
      .innerJoin('applications as application', (join) =>
        join
          .onRef('application.workspace_id', '=', 'letter.workspace_id')
          .onRef('application.id', '=', 'letter.application_id'),
      )
      .select(['letter.id', 'letter.subject', 'letter.text', 'letter.application_id'])
      .select(['application.name', 'application.address', 'application.lang', 'application.brand_id'])
      .where('letter.workspace_id', '=', ctx.workspaceId)
      .where('letter.direction', '=', 'out')
      .where('letter.settled_at', 'is', null)
      .where((eb) => eb.or([eb('letter.claimed_at', 'is', null), eb('letter.claim_id', '=', claimId)]))
      .orderBy('letter.id')
      .limit(1)
      .forUpdate('letter')
      .skipLocked()
      .executeTakeFirst();
    if (!row) return null;
    await ctx.db
      .updateTable('application_letters')
      .set({ claimed_at: ctx.now, claim_id: claimId })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', row.id)
      .execute();
    const brand = await findBrand(ctx, row.brand_id);
    return {
      workspaceId: ctx.workspaceId,
      id: row.id,
      applicationId: row.application_id,
      brand: brand && { id: brand.id, name: brand.name, slug: brand.slug },
      to: { name: row.name, address: row.address },
      lang: row.lang,
      subject: row.subject,
      text: row.text,
    };
  },
  call: async (tools, work, signal) => {
    const { sendLetter } = tools.house;
    const { brand, to, subject } = work;
    if (!brand) return { outcome: 'failed', says: 'Not mailed: the brand is archived.' };
    if (!sendLetter) return { outcome: 'failed', says: 'Nothing here sends mail.' };
    const text = `${work.text}\n\n--\n${footOf(work.lang, pageOf(tools, work, brand.slug))}`;
    return sendLetter(tools, work.workspaceId, { to, subject, text, stopUrl: null, from: brand }, signal);
  },
  record: async (ctx, work, outcome) => {
    const { outcome: became, says } =
      'known' in outcome
        ? outcome.known
        : { outcome: 'not-confirmed' as const, says: 'Nothing is known of this mail.' };
    await ctx.db
      .updateTable('application_letters')
      .set({ settled_at: ctx.now, outcome: became, outcome_says: says.slice(0, 1000) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', work.id)
      .execute();
    await tellBoard(ctx, { application: work.applicationId });
  },
});

/** Every hour: a letter whose sender died after its claim is not confirmed, and is not sent again. */
export async function settleLostLetters(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('application_letters')
    .set({ settled_at: ctx.now, outcome: 'not-confirmed', outcome_says: 'Sending it broke off.' })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('direction', '=', 'out')
    .where('settled_at', 'is', null)
    .where('claimed_at', '<', new Date(ctx.now.getTime() - lostAfterMs))
    .execute();
}

/** The applicant's own page, with scheme and host, on the site of the brand they applied to. */
function pageOf({ config }: Pick<Tools, 'config'>, work: Work, slug: string): string {
  const link = applicationLink(config, work.workspaceId, work.applicationId);
  const lang = work.lang === 'en' ? '' : `/${work.lang}`;
  return `${config.publicUrl}/careers/at/${encodeURIComponent(slug)}${lang}/applications/${link}`;
}
