import type { MailLineSettings } from './contract.ts';

/** A provider as OAuth2 sees it. */
export interface OAuthProvider {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scopes: string;
  /** What its authorise address wants beside the standard parts. */
  readonly more: Readonly<Record<string, string>>;
}

/** Where the large hosts give consent and tokens; a tenant of its own, or any other provider, is given by its addresses. */
const presets: Readonly<Record<'google' | 'microsoft', OAuthProvider>> = {
  google: {
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scopes: 'https://mail.google.com/',
    // without both, Google gives no refresh token from the second consent on
    more: { access_type: 'offline', prompt: 'consent' },
  },
  microsoft: {
    authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scopes: 'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
    more: { prompt: 'select_account' },
  },
};

const generic: OAuthProvider = {
  authorizeUrl: '',
  tokenUrl: '',
  scopes: 'openid offline_access',
  more: { prompt: 'consent' },
};

/** The provider of a line's settings: a preset, with whatever the settings say otherwise. */
export function providerOf(oauth: NonNullable<MailLineSettings['oauth']>): OAuthProvider {
  const preset = oauth.provider === 'other' ? generic : presets[oauth.provider];
  return {
    authorizeUrl: oauth.authorizeUrl || preset.authorizeUrl,
    tokenUrl: oauth.tokenUrl || preset.tokenUrl,
    scopes: oauth.scopes || preset.scopes,
    more: preset.more,
  };
}
