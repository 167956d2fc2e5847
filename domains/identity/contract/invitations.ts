import * as z from 'zod';
import { cursor, ownWords, page, route } from '#platform/contract';
import { Address, NewPassword, PlainName, RoleId, SignedIn, TeammateId } from './session.ts';
import { Zone } from './setup.ts';
import { TeammateView } from './teammates.ts';

const configure = { permission: 'roles.configure' } as const;
const teammate = z.object({ id: TeammateId });
const Token = z.string().min(20).max(200);

/** What became of a mail of ours, in words. */
export const MailSaid = z.object({ outcome: z.enum(['sent', 'failed', 'not-confirmed']), says: ownWords(z.string()) });
export type MailSaid = z.output<typeof MailSaid>;

/** A new invitation: its link, shown this once, and what became of its mail where one was asked for. */
export const Invited = z.object({ teammate: TeammateView, invitationUrl: z.string(), mail: MailSaid.nullable() });

export const inviteTeammate = route({
  method: 'POST',
  path: '/api/teammates',
  summary:
    'Make a teammate; the answer holds the link they come in by, shown this once. `byMail` sends it to them too.',
  access: configure,
  body: z.object({
    name: PlainName,
    address: Address,
    roleIds: z.array(RoleId).min(1).max(20),
    locale: z.string().max(35).default('en'),
    zone: Zone.default('UTC'),
    byMail: z.boolean().default(false),
  }),
  reply: Invited,
});

/** Somebody who has not come in yet. */
export const InvitationView = z.object({
  teammate: TeammateView,
  /** Until when their link opens; null where it was ended or is too old. */
  opensUntil: z.iso.datetime().nullable(),
});
export type InvitationView = z.output<typeof InvitationView>;

export const listInvitations = route({
  method: 'GET',
  path: '/api/invitations',
  summary: 'Who was invited and has not come in yet, by name.',
  access: configure,
  query: cursor,
  reply: page(InvitationView),
});

export const renewInvitation = route({
  method: 'POST',
  path: '/api/teammates/:id/invitation',
  summary: 'A new link for somebody who has not come in yet; the old one ends. `byMail` sends it to them too.',
  access: configure,
  params: teammate,
  body: z.object({ byMail: z.boolean().default(false) }),
  reply: Invited,
});

export const revokeInvitation = route({
  method: 'DELETE',
  path: '/api/teammates/:id/invitation',
  summary: 'End the link of somebody who has not come in yet.',
  access: configure,
  params: teammate,
  reply: InvitationView,
});

export const readInvitation = route({
  method: 'POST',
  path: '/api/invitations/reading',
  summary: 'Where an invitation leads: for who holds its link.',
  access: 'public',
  body: z.object({ token: Token }),
  reply: z.object({ workspaceName: z.string(), name: z.string(), address: z.string(), hasAccount: z.boolean() }),
});

export const acceptInvitation = route({
  method: 'POST',
  path: '/api/invitations/acceptance',
  summary: 'Come in by an invitation: with a new password, or the one the address already has here.',
  access: 'public',
  body: z.object({ token: Token, password: NewPassword }),
  reply: SignedIn,
});

/** What the browser's own `toJSON()` of a credential gives; checked by the library, not by shape. */
const Bag = z.record(z.string(), z.unknown());

export const beginPasskeyOfInvitation = route({
  method: 'POST',
  path: '/api/invitations/passkey-challenge',
  summary: 'Begin to come in by an invitation with a passkey in place of a password.',
  access: 'public',
  body: z.object({ token: Token }),
  reply: z.object({ options: Bag }),
});

export const acceptWithPasskey = route({
  method: 'POST',
  path: '/api/invitations/passkey',
  summary:
    'Come in by an invitation with the passkey that the browser made; for an address that has no account here yet.',
  access: 'public',
  body: z.object({ token: Token, name: z.string().trim().min(1).max(80), credential: Bag }),
  reply: SignedIn,
});
