import * as z from 'zod';
import { id, ownWords, route, scopes } from '#platform/contract';

export const WorkspaceId = id('Workspace');
export const TeammateId = id('Teammate');
export const RoleId = id('Role');

/** Longest a mail address may be. */
export const Address = z
  .string()
  .trim()
  .max(320)
  .regex(/^[^<>\s@]+@[^<>\s@]+$/, 'must be a mail address');
/** A name in one line: it enters mails and their headers. */
export const PlainName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be one line');
/** A new password: long enough and, asked by the server, none of those everybody tries. No rules about signs: they make worse ones. */
export const NewPassword = z.string().min(10, 'must have at least 10 characters').max(128);

/** Who is signed in, where they start, and what they may. No screen decides by it; views carry `can`. */
export const Me = z.object({
  workspace: z.object({
    id: WorkspaceId,
    name: z.string(),
    isDemo: z.boolean(),
    /** Where this is a sample to look around in: the workspace it was loaded for. */
    sampleOf: z.uuid().nullable(),
  }),
  teammate: z.object({ id: TeammateId, name: z.string(), address: z.string(), locale: z.string(), zone: z.string() }),
  desk: z.object({
    id: z.string(),
    title: ownWords(z.string()),
    home: z.string(),
    areas: z.array(z.string()),
    density: z.enum(['compact', 'cosy', 'relaxed']),
  }),
  permissions: z.record(z.string(), z.enum(scopes)),
  /** A guest or client: nothing of the desk's is theirs. */
  isOutside: z.boolean(),
  teamIds: z.array(z.uuid()),
  /** `all`, or the ids of the brands served. */
  brands: z.union([z.literal('all'), z.array(z.uuid())]),
  /** Seconds a reply is held for undo; null: as the channel has it. */
  undoWindowSeconds: z.number().int().nullable(),
  preferences: z.record(z.string(), z.unknown()),
  /** Where else the same account belongs. */
  workspaces: z.array(z.object({ id: WorkspaceId, name: z.string() })),
});
export type Me = z.output<typeof Me>;

/** One role that can be tried with one click, in a demo workspace alone. */
export const DemoRole = z.object({ role: z.string(), title: ownWords(z.string()), name: z.string() });

/** Somebody is signed in but not yet let into their workspace, and what lets them in. */
export const Held = z.object({
  why: z.enum(['two-step-required', 'single-sign-on-required']),
  workspaceName: z.string(),
  /** Where the single sign-on begins. */
  href: z.string().nullable(),
});
export type Held = z.output<typeof Held>;

/** What anybody may know before signing in, and who they are afterwards. */
export const SessionView = z.object({
  needsSetup: z.boolean(),
  me: Me.nullable(),
  held: Held.nullable(),
  /** The single sign-ons of this server, where it has one workspace. */
  singleSignOn: z.array(z.object({ name: z.string(), href: z.string() })),
  demo: z.object({ workspaceName: z.string(), roles: z.array(DemoRole) }).nullable(),
});
export type SessionView = z.output<typeof SessionView>;

/** Whether a session goes on after this; its cookie comes with the answer. `secondStep`: a code is asked for first. */
export const SignedIn = z.object({ signedIn: z.boolean(), secondStep: z.boolean().optional() });

export const readSession = route({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in; signed out: whether set-up is needed and which demo roles there are.',
  access: 'public',
  reply: SessionView,
});

export const signIn = route({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with address and password; the answer sets the cookie.',
  access: 'public',
  body: z.object({ address: Address, password: z.string().max(128) }),
  reply: SignedIn,
});

export const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out: this session ends at once. `goTo`: where a single sign-on ends as well.',
  access: 'public',
  reply: SignedIn.extend({ goTo: z.string().nullable() }),
});

export const chooseWorkspace = route({
  method: 'PUT',
  path: '/api/session/workspace',
  summary: 'Go on in another workspace of the same account.',
  access: 'public',
  body: z.object({ workspaceId: WorkspaceId }),
  reply: SignedIn,
});

export const signInAsDemo = route({
  method: 'POST',
  path: '/api/demo/session',
  summary: 'Sign in as one of the demo workspace’s roles with one click.',
  access: 'public',
  body: z.object({ role: z.string().max(60) }),
  reply: SignedIn,
});
