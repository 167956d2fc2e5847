import { type Config, cookiePrefix } from '#platform/config';

/** The workspace somebody works in, where their account belongs to several. */
const workspaceHeader = 'x-workspace';
const chosenSeconds = 400 * 24 * 3600;

type Where = Pick<Config, 'publicUrl'>;

/** A cookie of ours as it is set: no script reads it; `Lax` where another site begins the visit that needs it. */
export function ownCookie(
  where: Where,
  name: string,
  value: string,
  { seconds, sameSite }: { readonly seconds: number; readonly sameSite: 'Lax' | 'Strict' },
): string {
  const secure = where.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${cookiePrefix(where)}.${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${secure}`;
}

/** What a browser sent in a cookie of ours. */
export function readOwnCookie(where: Where, headers: Headers, name: string): string | null {
  return cookieOf(headers, `${cookiePrefix(where)}.${name}`);
}

/** One cookie of a request, as it was sent. */
export function cookieOf(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The same headers without one cookie. */
export function withoutCookie(headers: Headers, name: string): Headers {
  const passed = new Headers(headers);
  const kept = (headers.get('cookie') ?? '').split(';').filter((part) => part.split('=')[0]?.trim() !== name);
  passed.set('cookie', kept.join(';'));
  return passed;
}

/** The workspace a request asks for: the header of a program before the cookie of a browser. */
export function chosenWorkspace(where: Where, headers: Headers): string | null {
  return headers.get(workspaceHeader) ?? readOwnCookie(where, headers, 'workspace');
}

/** The cookie that remembers the choice; it gives no right, the account still has to belong there. */
export function chooseWorkspaceCookie(where: Where, workspaceId: string): string {
  return ownCookie(where, 'workspace', workspaceId, { seconds: chosenSeconds, sameSite: 'Lax' });
}
