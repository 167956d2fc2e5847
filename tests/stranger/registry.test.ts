import { expect, test } from 'vitest';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import { gather, routeName } from '#platform/domain';

const house = gather(domains, desks);
const declared = new Set(house.permissions.map(({ name }) => name));

/** Doors that stand open to everybody: the ways in. A new one is a decision, written here. */
const open = new Set([
  'GET /api/session',
  'POST /api/session',
  'DELETE /api/session',
  'PUT /api/session/workspace',
  'POST /api/demo/session',
  'GET /api/setup',
  'POST /api/setup',
  'POST /api/invitations/acceptance',
  'POST /api/invitations/reading',
  'POST /api/invitations/passkey-challenge',
  'POST /api/invitations/passkey',
  'POST /api/password-resets',
  'POST /api/password-resets/completion',
  'POST /api/session/second-step',
  'POST /api/session/passkey-challenge',
  'POST /api/session/passkey',
  // Single sign-on, before anybody is known: which button, where to, and what the provider answered.
  'POST /api/session/sso-offers',
  'POST /api/session/sso-beginning',
  'POST /api/session/sso',
  // Of somebody on a website: each asks for the pass that their browser made; `domains/channel-chat/visitors` knocks without.
  'POST /api/websites/:site/messages',
  'GET /api/websites/:site/talk',
  'PUT /api/websites/:site/visitor',
  // Of the account behind the browser's own cookie, also where its workspace holds it back: each asks for that cookie
  // itself and takes no key; `domains/identity/access.test.ts` knocks at every one without.
  'GET /api/me/access',
  'PUT /api/me/password',
  'POST /api/me/two-step',
  'PUT /api/me/two-step',
  'DELETE /api/me/two-step',
  'POST /api/me/recovery-codes',
  'POST /api/me/passkey-challenges',
  'POST /api/me/passkeys',
  'PATCH /api/me/passkeys/:id',
  'DELETE /api/me/passkeys/:id',
  'DELETE /api/me/sessions/:id',
  'DELETE /api/me/sessions',
]);

test('every route says who may knock, and the open doors are those we know', () => {
  const ruleless = house.handlers.filter(({ route }) => !route.access).map(({ route }) => routeName(route));
  const opened = house.handlers.filter(({ route }) => route.access === 'public').map(({ route }) => routeName(route));
  expect(ruleless).toEqual([]);
  expect(opened.filter((name) => !open.has(name))).toEqual([]);
});

test('every permission that a route asks for is declared by a domain, once', () => {
  const asked = house.handlers.flatMap(({ route }) =>
    typeof route.access === 'object'
      ? [route.access.permission, ...(route.access.also ?? [])].map((name) => `${name} (${routeName(route)})`)
      : [],
  );
  expect(asked.filter((permission) => !declared.has(permission.split(' ')[0] ?? ''))).toEqual([]);
  expect(declared.size).toBe(house.permissions.length);
});

test('a door is opened besides only by permissions of people from outside', () => {
  const outside = new Set(house.permissions.filter(({ isOutside }) => isOutside).map(({ name }) => name));
  const also = house.handlers.flatMap(({ route }) =>
    typeof route.access === 'object' ? (route.access.also ?? []) : [],
  );
  expect(also.filter((name) => !outside.has(name))).toEqual([]);
});

test('every permission that a desk gives is declared by a domain', () => {
  const given = desks.flatMap(({ id, permissions }) => Object.keys(permissions).map((name) => `${id}: ${name}`));
  expect(given.filter((each) => !declared.has(each.split(': ')[1] ?? ''))).toEqual([]);
});
