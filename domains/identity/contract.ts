/** Identity as both sides of the wire see it: who signs in, what they may, settings, teammates. Browser-safe. */
export * from './contract/events.ts';
export * from './contract/roles.ts';
export * from './contract/session.ts';
export * from './contract/setup.ts';
export * from './contract/single-sign-on.ts';
export * from './contract/teammates.ts';
export * from './contract/invitations.ts';
export * from './contract/password-resets.ts';
export * from './contract/settings.ts';
export * from './contract/keys.ts';
export * from './contract/my-access.ts';
export * from './contract/sight.ts';
