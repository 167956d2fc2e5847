import { brandOf } from '#domains/brands';
import { type LetterOutcome, outward, type Tools } from '#platform/domain';
import { applicationLink } from './application-link.ts';
import { footOf } from './letter-words.ts';

/** Longest one sending may take, in seconds. */
const sendLimitSeconds = 60;

interface Work {
  readonly workspaceId: string;
  readonly id: string;
  readonly applicationId: string;
  readonly brand: { readonly id: string; readonly name: string; readonly slug: string };
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
      .where((eb) =>
        eb.or([
          eb('letter.claimed_at', 'is', null),
          eb.and([eb('letter.claim_id', '=', claimId), eb('letter.settled_at', 'is', null)]),
        ]),
      )
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
    // an archived brand writes to nobody: the letter stays unsent on the applicant's page
    const { id, name, slug } = await brandOf(ctx, row.brand_id);
    return {
      workspaceId: ctx.workspaceId,
      id: row.id,
      applicationId: row.application_id,
      brand: { id, name, slug },
      to: { name: row.name, address: row.address },
      lang: row.lang,
      subject: row.subject,
      text: row.text,
    };
  },
  call: async (tools, work, signal) => {
    const { sendLetter } = tools.house;
    if (!sendLetter) return { outcome: 'failed', says: 'Nothing here sends mail.' };
    const text = `${work.text}\n\n--\n${footOf(work.lang, pageOf(tools, work))}`;
    return sendLetter(
      tools,
      work.workspaceId,
      { to: work.to, subject: work.subject, text, stopUrl: null, from: work.brand },
      signal,
    );
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
  },
});

/** The applicant's own page, with scheme and host, on the site of the brand they applied to. */
function pageOf({ config }: Pick<Tools, 'config'>, work: Work): string {
  const link = applicationLink(config, work.workspaceId, work.applicationId);
  const lang = work.lang === 'en' ? '' : `/${work.lang}`;
  return `${config.publicUrl}/careers/at/${encodeURIComponent(work.brand.slug)}${lang}/applications/${link}`;
}
