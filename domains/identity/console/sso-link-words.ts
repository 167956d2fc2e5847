import { words } from '#platform/ui';

/** What the dialog of one teammate's single sign-on says. */
export const ssoLinkWords = words('sso-link', {
  title: 'Single sign-on of {{name}}',
  lead: 'The provider knows {{name}} by an id of its own, whatever their address becomes there. Release it when they have another account there, or when the address went to somebody else.',
  loading: 'Reading the single sign-on',
  linked: 'linked {{when}}',
  last: 'last came by it {{when}}',
  then: 'What releasing does',
  sessionsEnd: 'Sessions begun by single sign-on here end at once. Roles and history stay.',
  anew: 'At the next sign-in, {{provider}} links whoever proves the address {{address}} there.',
  ownWay: 'A password or passkey of their own opens this workspace too.',
  noWay:
    'No single sign-on speaks for {{address}}, and no password or passkey opens this workspace for them: {{name}} would have no way in. Send them a link for a password then.',
  release: 'Release',
  releaseOne: 'Release {{provider}}',
  released: '{{name}} is not linked with {{provider}} any more.',
  none: '{{name}} is linked with no single sign-on.',
  sendLink: 'Send a link for a password',
  linkAsked: 'If this server can send mail, a link is on its way to {{address}}. It opens for half an hour.',
  close: 'Close',
});
