import * as z from 'zod';
import { newId } from '#platform/database';
import { type Letter, type LetterOutcome, outward, type Tools } from '#platform/domain';
import { nowhere } from './auth.ts';
import { languageOf } from '#platform/words';
import { membershipsOf } from './queries.ts';

const sendLimitSeconds = 60;
/** How long a letter may wait to be sent, in milliseconds, and what such rows are called. */
const keepMs = 24 * 3600_000;
const identifier = 'account-changed';

/** What is told to the owner of an account: what somebody else would change first. */
const told = {
  'password-changed': {
    subject: 'Your password for Rapport was changed',
    text: 'the password you come in to Rapport with was changed. Everywhere else you were signed out.',
  },
  'passkey-added': {
    subject: 'A passkey was added to your account in Rapport',
    text: 'a passkey was added to your account in Rapport: whoever has its device comes in without a password.',
  },
  'passkey-removed': {
    subject: 'A passkey was removed from your account in Rapport',
    text: 'a passkey was removed from your account in Rapport: it opens nothing any more.',
  },
  'two-step-ended': {
    subject: 'The second step of your sign-in to Rapport was ended',
    text: 'you come in to Rapport by your password alone again: the second step was ended.',
  },
} as const;
type AccountChange = keyof typeof told;
const Asked = z.object({
  accountId: z.string(),
  change: z.enum(['password-changed', 'passkey-added', 'passkey-removed', 'two-step-ended']),
});

/** Tells the owner of an account by mail that it was changed; nothing waits for the mail. */
export async function tellOwner(tools: Tools, accountId: string, change: AccountChange): Promise<void> {
  await tools.transact({ workspaceId: nowhere }, async (ctx) => {
    const wanted = newId();
    const value = JSON.stringify({ accountId, change });
    const expiresAt = new Date(ctx.now.getTime() + keepMs);
    await ctx.db.insertInto('auth.verification').values({ id: wanted, identifier, value, expiresAt }).execute();
    ctx.enqueue(mailAccountChange.name, { wanted });
  });
}

interface Work {
  readonly to: { readonly name: string; readonly address: string };
  readonly change: AccountChange;
  readonly locale: string;
  /** Where the account belongs: the first of these that can send mail does. */
  readonly workspaceIds: readonly string[];
}

/** Sends it, by the first workspace of the account that has a way out. */
export const mailAccountChange = outward<Work, LetterOutcome>({
  name: 'identity.mail-account-change',
  limitSeconds: sendLimitSeconds,
  claim: async (ctx, data) => {
    // taken away as it is claimed: asked again, there is nothing more to send
    const row = await ctx.db
      .deleteFrom('auth.verification')
      .where('id', '=', z.object({ wanted: z.uuid() }).parse(data).wanted)
      .where('identifier', '=', identifier)
      .returning('value')
      .executeTakeFirst();
    if (!row) return null;
    const asked = Asked.parse(JSON.parse(row.value));
    const user = await ctx.db
      .selectFrom('auth.user')
      .select(['name', 'email'])
      .where('id', '=', asked.accountId)
      .executeTakeFirst();
    if (!user) return null;
    const belongs = await membershipsOf(ctx, asked.accountId);
    const workspaceIds = belongs.map(({ workspaceId }) => workspaceId);
    return {
      to: { name: user.name, address: user.email },
      change: asked.change,
      locale: belongs[0]?.locale ?? 'en',
      workspaceIds,
    };
  },
  async call(tools, work, signal) {
    const { sendLetter } = tools.house;
    const letter = letterOf(tools, work);
    let outcome: LetterOutcome = { outcome: 'failed', says: 'Nothing here sends mail.' };
    for (const workspaceId of sendLetter ? work.workspaceIds : []) {
      outcome = (await sendLetter?.(tools, workspaceId, letter, signal)) ?? outcome;
      if (outcome.outcome !== 'failed') break;
    }
    return outcome;
  },
  // it is told once; an address that takes no mail is no reason to stop anybody
  record: async () => undefined,
});

/** In the language of the account's owner. */
function letterOf({ house, config }: Tools, { to, change, locale }: Work): Letter {
  const language = languageOf(locale);
  const { subject, text } = told[change];
  const parts = [
    house.say(language, 'Hello {{name}},', { name: to.name }),
    house.say(language, text),
    house.say(language, 'If it was not you, choose another password now: {{url}}', {
      url: `${config.publicUrl}/reset`,
    }),
  ];
  return { to, subject: house.say(language, subject), text: parts.join('\n\n'), stopUrl: null };
}
