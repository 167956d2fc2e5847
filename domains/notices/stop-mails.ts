import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Mount, Tools } from '#platform/domain';
import { html, page } from '#platform/page';
import { keyFor } from '#platform/secrets';

const path = '/api/notice-mail/stop';

/** Whose mails of which kind a link stops. */
export interface Stopped {
  readonly workspaceId: string;
  readonly teammateId: string;
  readonly kind: string;
}

/** The address that stops one kind of mail for one teammate, without signing in; nobody can make one for another. */
export function stopUrl(tools: Pick<Tools, 'config' | 'house'>, stopped: Stopped): string {
  const word = Buffer.from(JSON.stringify([stopped.workspaceId, stopped.teammateId, stopped.kind])).toString(
    'base64url',
  );
  return `${tools.config.publicUrl}${path}?of=${word}.${markOf(tools, word)}`;
}

/** One click of a mail program (RFC 8058), or a person who follows the link and presses the button. */
export const stopMount: Mount = {
  path,
  async handle(request, tools) {
    const stopped = read(tools, new URL(request.url).searchParams.get('of') ?? '');
    if (!stopped)
      return shown(
        'This link is not whole',
        'Copy it anew from the mail, or choose in the console under Notices.',
        404,
      );
    const says = tools.house.noticeKinds.get(stopped.kind)?.says ?? stopped.kind;
    if (request.method !== 'POST') return asked(says);
    await tools.transact({ workspaceId: stopped.workspaceId }, async (ctx) => {
      await ctx.db
        .updateTable('notice_choices')
        .set({ mail: null })
        .where('workspace_id', '=', stopped.workspaceId)
        .where('teammate_id', '=', stopped.teammateId)
        .where('kind', '=', stopped.kind)
        .execute();
      await ctx.db
        .updateTable('notices')
        .set({ mail_due_at: null })
        .where('workspace_id', '=', stopped.workspaceId)
        .where('teammate_id', '=', stopped.teammateId)
        .where('kind', '=', stopped.kind)
        .where('mailed_at', 'is', null)
        .execute();
    });
    return shown('No more of these mails', `“${says}” still stands in your list in the console.`, 200);
  },
};

function read(tools: Tools, given: string): Stopped | null {
  const [word = '', mark = ''] = given.split('.');
  const [is, should] = [Buffer.from(mark), Buffer.from(markOf(tools, word))];
  if (is.length !== should.length || !timingSafeEqual(is, should)) return null;
  const [workspaceId, teammateId, kind] = JSON.parse(Buffer.from(word, 'base64url').toString()) as [
    string,
    string,
    string,
  ];
  return { workspaceId, teammateId, kind };
}

function markOf(tools: Pick<Tools, 'config'>, word: string): string {
  return createHmac('sha256', keyFor(tools.config, 'notice-mail')).update(word).digest('base64url').slice(0, 32);
}

function asked(says: string): Response {
  return answer(
    200,
    html`<main><div class="wrap"><h1>Stop these mails?</h1><p>${says}</p>
      <form method="post"><button type="submit">Stop these mails</button></form></div></main>`,
  );
}

function shown(title: string, text: string, status: number): Response {
  return answer(status, html`<main><div class="wrap"><h1>${title}</h1><p>${text}</p></div></main>`);
}

function answer(status: number, body: ReturnType<typeof html>): Response {
  const text = page({ title: 'Rapport', lang: 'en', isHidden: true, body });
  return new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
