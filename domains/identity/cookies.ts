/** The workspace somebody works in, where their account belongs to several. */
const workspaceCookie = 'rapport.workspace';
const workspaceHeader = 'x-workspace';
const chosenSeconds = 400 * 24 * 3600;

/** One cookie of a request, as it was sent. */
export function cookieOf(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The workspace a request asks for: the header of a program before the cookie of a browser. */
export function chosenWorkspace(headers: Headers): string | null {
  return headers.get(workspaceHeader) ?? cookieOf(headers, workspaceCookie);
}

/** The cookie that remembers the choice; it gives no right, the account still has to belong there. */
export function chooseWorkspaceCookie(workspaceId: string, secure: boolean): string {
  return `${workspaceCookie}=${workspaceId}; Path=/; Max-Age=${chosenSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
