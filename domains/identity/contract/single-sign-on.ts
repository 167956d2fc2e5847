import * as z from 'zod';
import { id, ownWords, route } from '#platform/contract';
import { Address, RoleId, TeammateId, WorkspaceId } from './session.ts';

export const SsoConnectionId = id('SsoConnection');
const configure = { permission: 'roles.configure' } as const;
const connection = z.object({ id: SsoConnectionId });

/** A domain of mail addresses, as it is compared: small letters, no dot at an end. */
const MailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain such as example.com');

const Issuer = z
  .string()
  .trim()
  .max(500)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && ['https:', 'http:'].includes(url.protocol) && url.search === '' && url.hash === '';
  }, 'must be the address of the provider, beginning with https://');

/** What people of one group get here. `*` stands for everybody of the provider. */
export const SsoGroup = z.object({
  group: z.string().trim().min(1).max(200),
  roleIds: z.array(RoleId).max(20),
  placeIds: z.array(id('Team')).max(20),
});
export type SsoGroup = z.output<typeof SsoGroup>;

export const SsoConnectionView = z.object({
  id: SsoConnectionId,
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  hasSecret: z.boolean(),
  domains: z.array(z.string()),
  groupsClaim: z.string(),
  groups: z.array(SsoGroup),
  /** Whoever mapped the groups may still give all that they give; null where nothing is mapped. */
  givesAll: z.boolean().nullable(),
  letsIn: z.boolean(),
  required: z.boolean(),
  breakGlassIds: z.array(TeammateId),
  endsThere: z.boolean(),
  /** What the provider has to know as the address it sends people back to. */
  redirectUri: z.string(),
  /** Where a sign-in begins: a link for whoever should not have to type their address. */
  startUrl: z.string(),
  /** How many teammates came in by it. */
  people: z.number().int(),
});
export type SsoConnectionView = z.output<typeof SsoConnectionView>;

/** How a provider is connected, as it is given. */
export const SsoConnectionDraft = z.object({
  name: z.string().trim().min(1).max(80),
  issuer: Issuer,
  clientId: z.string().trim().min(1).max(500),
  /** Left out: the one that is there stays. Null: a public client, with PKCE alone. */
  clientSecret: z.string().min(1).max(1_000).nullable().optional(),
  domains: z.array(MailDomain).min(1).max(50),
  groupsClaim: z.string().trim().min(1).max(200).default('groups'),
  groups: z.array(SsoGroup).max(100).default([]),
  letsIn: z.boolean().default(false),
  required: z.boolean().default(false),
  breakGlassIds: z.array(TeammateId).max(20).default([]),
  endsThere: z.boolean().default(false),
});

export const listSsoConnections = route({
  method: 'GET',
  path: '/api/sso-connections',
  summary: 'The single sign-ons of the workspace, and what their groups can give.',
  access: configure,
  reply: z.object({
    rows: z.array(SsoConnectionView),
    /** What the address to send people back to begins with; the id follows. */
    redirectBase: z.string(),
    places: z.array(z.object({ id: id('Team'), name: z.string() })),
    /** Whether the reader may connect a provider: it can say of anybody that it is them. */
    mayConnect: z.boolean(),
  }),
});

export const connectSso = route({
  method: 'POST',
  path: '/api/sso-connections',
  summary:
    'Connect a provider of sign-ins (OpenID Connect). Its id is made by you: the address to send people back to has it.',
  access: configure,
  body: SsoConnectionDraft.extend({ id: SsoConnectionId }),
  reply: SsoConnectionView,
});

export const changeSsoConnection = route({
  method: 'PATCH',
  path: '/api/sso-connections/:id',
  summary: 'Change how a provider is connected; all but the secret is given anew.',
  access: configure,
  params: connection,
  body: SsoConnectionDraft,
  reply: SsoConnectionView,
});

export const closeSsoConnection = route({
  method: 'DELETE',
  path: '/api/sso-connections/:id',
  summary: 'Take a provider away: every session it opened ends. People keep their roles.',
  access: configure,
  params: connection,
  reply: z.void(),
});

const teammate = z.object({ id: TeammateId });

/** By which single sign-ons somebody is known, and how they would come in without. */
export const SsoLinks = z.object({
  rows: z.array(
    z.object({ connectionId: SsoConnectionId, name: z.string(), linkedAt: z.iso.datetime(), lastAt: z.iso.datetime() }),
  ),
  /** The single sign-ons that speak for their address: whoever proves it there is linked anew. */
  linkedAnewBy: z.array(z.string()),
  /** Whether a password or passkey of their own opens this workspace. */
  hasOwnWay: z.boolean(),
});
export type SsoLinks = z.output<typeof SsoLinks>;

export const listSsoLinks = route({
  method: 'GET',
  path: '/api/teammates/:id/sso-links',
  summary: 'By which single sign-ons a teammate is known, and how they would come in without.',
  access: configure,
  params: teammate,
  reply: SsoLinks,
});

export const releaseSsoLink = route({
  method: 'PUT',
  path: '/api/teammates/:id/sso-release',
  summary:
    'Forget by which id a single sign-on knows a teammate: sessions begun by it end, and whoever proves their address there next is linked anew. Refused where that leaves no way in, unless `evenIfLast`.',
  access: configure,
  params: teammate,
  body: z.object({ connectionId: SsoConnectionId, evenIfLast: z.boolean().default(false) }),
  reply: SsoLinks.extend({ ended: z.number().int() }),
});

/** One thing that was tried, and what came of it in words. */
export const SsoCheck = z.object({
  what: z.enum(['address', 'answers', 'keys', 'client']),
  state: z.enum(['good', 'bad', 'unknown']),
  says: ownWords(z.string()),
});
export type SsoCheck = z.output<typeof SsoCheck>;

export const trySso = route({
  method: 'POST',
  path: '/api/sso-tries',
  summary: 'Try what is typed before it is saved: the address, what the provider says of itself, its keys, the client.',
  access: configure,
  body: SsoConnectionDraft.pick({ issuer: true, clientId: true, clientSecret: true }).extend({ id: SsoConnectionId }),
  readOnly: true,
  reply: z.object({ checks: z.array(SsoCheck) }),
});

export const listSsoOffers = route({
  method: 'POST',
  path: '/api/session/sso-offers',
  summary:
    'Which single sign-ons there are for the domain of an address. Whether anybody has that address is not told.',
  access: 'public',
  body: z.object({ address: Address }),
  reply: z.object({ rows: z.array(z.object({ name: z.string(), workspaceName: z.string(), href: z.string() })) }),
});

export const beginSso = route({
  method: 'POST',
  path: '/api/session/sso-beginning',
  summary: 'Begin a single sign-on: the answer says where to send the browser, and binds the attempt to it.',
  access: 'public',
  body: z.object({
    workspaceId: WorkspaceId,
    connectionId: SsoConnectionId,
    address: Address.optional(),
    /** Where to go on afterwards: a path of this console, never another site. */
    returnTo: z.string().max(500).optional(),
  }),
  reply: z.object({ url: z.string() }),
});

export const endSso = route({
  method: 'POST',
  path: '/api/session/sso',
  summary: 'End a single sign-on with what the provider answered; only the browser that began can, and once.',
  access: 'public',
  body: z.object({ connectionId: SsoConnectionId, answer: z.string().max(8_000) }),
  reply: z.object({ signedIn: z.boolean(), returnTo: z.string() }),
});
