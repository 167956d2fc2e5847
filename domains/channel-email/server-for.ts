import { isSample } from '#domains/identity';
import type { Tools } from '#platform/domain';
import type { MailLine } from './mail-line.ts';
import type { SmtpServer } from './send-smtp.ts';
import { signInOf } from './sign-in.ts';

/** The line's own server, else the installation's; none in a sample, which nothing leaves. Throws `TokenRefused` where its provider gives no token. */
export async function serverFor(tools: Tools, workspaceId: string, line: MailLine): Promise<SmtpServer | null> {
  if (await tools.read({ workspaceId }, isSample)) return null;
  const own = line.settings.smtp;
  if (own) {
    const { host, port, secure } = own;
    const signIn = await signInOf(tools, { workspaceId, lineId: line.id }, line.settings, 'smtp');
    const user = (signIn ?? own).user || null;
    const inside = tools.config.mailPrivateHosts;
    if (signIn && 'accessToken' in signIn)
      return { host, port, secure, user, password: null, accessToken: signIn.accessToken, inside };
    return { host, port, secure, user, password: signIn?.password ?? null, inside };
  }
  const shared = tools.config.smtp;
  return shared
    ? { host: shared.host, port: shared.port, secure: shared.secure, user: shared.user, password: shared.password }
    : null;
}
