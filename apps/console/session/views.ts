import { wire } from '../wire.ts';

/** An area of the rail, as the teammate's desk lists them. */
export type AreaId = 'inbox' | 'calls' | 'customers' | 'knowledge' | 'live' | 'insights' | 'schedule' | 'quality' | 'journeys' | 'community' | 'career' | 'settings';

/** Who is signed in, where they start, and what their rail shows. */
export interface Session {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly teammate: { readonly id: string; readonly name: string; readonly email: string };
  readonly desk: { readonly id: string; readonly title: string; readonly start: string; readonly areas: readonly AreaId[] };
  readonly undoWindowMs: number;
}

/** What anybody may know before signing in: is it set up, and which demo roles can be taken with one click. */
export interface Door {
  readonly workspaceName: string | null;
  readonly needsSetup: boolean;
  readonly demo: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}

export const readSession = wire<{ reply: Session }>('GET', '/api/session');
export const readDoor = wire<{ reply: Door }>('GET', '/api/door');
export const signIn = wire<{ body: { email: string; password: string }; reply: unknown }>('POST', '/api/session');
export const signInDemo = wire<{ params: { id: string }; reply: unknown }>('POST', '/api/session/demo/:id');
export const signOut = wire<{ reply: unknown }>('DELETE', '/api/session');

/** The answers of the first-run page, sent at once at its end. */
export interface SetupAnswers {
  readonly ownerName: string;
  readonly email: string;
  readonly password: string;
  readonly workspaceName: string;
  readonly zone: string;
  readonly line: { readonly address: string; readonly imapHost: string; readonly imapPassword: string } | null;
}
export const setUp = wire<{ body: SetupAnswers; reply: unknown }>('POST', '/api/setup');

/** What this server has and lacks, in words. */
export interface ServerFact {
  readonly id: string;
  readonly state: 'ok' | 'waiting' | 'off';
  readonly title: string;
  readonly detail: string;
}
export const readServerFacts = wire<{ reply: { readonly facts: readonly ServerFact[] } }>('GET', '/api/setup');
