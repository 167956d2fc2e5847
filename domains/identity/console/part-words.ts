import { words } from '#platform/ui';

/** The names of identity's pages: all of them that is in the first load. */
export const identityPartWords = words('identity-parts', {
  access: 'Signing in',
  people: 'People',
  keys: 'API keys',
  roles: 'Roles',
  sso: 'Single sign-on',
});
