import type { Asker, Input, Tools } from '#platform/domain';
import { languageOf } from '#platform/words';
import type * as contract from './contract.ts';
import type { MailSaid, TeammateView } from './contract.ts';
import { renewInvitation } from './invitations.ts';
import { inviteTeammate } from './invite-teammate.ts';
import { teammateName, workspaceOf } from './queries.ts';
import { rolesAbove } from './roles/role-queries.ts';
import { teammateView } from './views.ts';

/** Longest a mail host may take while somebody looks at the screen. */
const sendMs = 15_000;

interface Made {
  readonly teammate: TeammateView;
  readonly token: string;
}
interface Invited {
  readonly teammate: TeammateView;
  readonly invitationUrl: string;
  readonly mail: MailSaid | null;
}

/** Invites somebody; the mail leaves after the transaction, and what became of it is said at once. */
export async function inviteOutside(
  tools: Tools,
  { body }: Input<typeof contract.inviteTeammate>,
  who: Asker,
): Promise<Invited> {
  const made = await tools.transact({ ...who, via: 'console' }, (ctx) => inviteTeammate(ctx, body));
  return deliver(tools, who, made, body.byMail);
}

/** A new link for somebody who has not come in; the old one has ended by then. */
export async function renewOutside(
  tools: Tools,
  { params, body }: Input<typeof contract.renewInvitation>,
  who: Asker,
): Promise<Invited> {
  const made = await tools.transact({ ...who, via: 'console' }, async (ctx) => {
    const { teammate, token } = await renewInvitation(ctx, params.id);
    return { teammate: teammateView(ctx.actor, teammate, await rolesAbove(ctx)), token };
  });
  return deliver(tools, who, made, body.byMail);
}

async function deliver(tools: Tools, who: Asker, { teammate, token }: Made, byMail: boolean): Promise<Invited> {
  const invitationUrl = `${tools.config.publicUrl}/join#${token}`;
  const mail = byMail ? await send(tools, who, teammate, invitationUrl) : null;
  return { teammate, invitationUrl, mail };
}

async function send(tools: Tools, who: Asker, teammate: TeammateView, url: string): Promise<MailSaid> {
  const { sendLetter } = tools.house;
  if (!sendLetter) return { outcome: 'failed', says: 'Nothing here sends mail.' };
  const { from, workspace } = await tools.read(who, async (ctx) => ({
    from: who.actor.id === null ? '' : await teammateName(ctx, who.actor.id),
    workspace: (await workspaceOf(ctx)).name,
  }));
  const language = languageOf(teammate.locale);
  const invites =
    from === ''
      ? 'A colleague invites you to answer customers with {{workspace}} in Rapport. Come in here:'
      : '{{from}} invites you to answer customers with {{workspace}} in Rapport. Come in here:';
  const letter = {
    to: { name: teammate.name, address: teammate.address },
    subject: tools.house.say(language, 'You are invited to {{workspace}}', { workspace }),
    text: [
      tools.house.say(language, 'Hello {{name}},', { name: teammate.name }),
      tools.house.say(language, invites, { from, workspace }),
      url,
      tools.house.say(language, 'The link works once, for seven days. If you expected no invitation, do nothing.'),
    ].join('\n\n'),
    stopUrl: null,
  };
  return sendLetter(tools, who.workspaceId, letter, AbortSignal.timeout(sendMs)).catch((error: unknown) => ({
    outcome: 'not-confirmed' as const,
    says: error instanceof Error ? error.message : 'The mail host broke off.',
  }));
}
