import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Mount, Tools } from '#platform/domain';
import { html, page } from '#platform/page';
import { keyFor } from '#platform/secrets';
import { languageOf } from '#platform/words';

const path = '/api/notice-mail/stop';

/** Whose mails of which kinds a link stops. */
export interface Stopped {
  readonly workspaceId: string;
  readonly teammateId: string;
  readonly kinds: readonly string[];
}

/** The address that stops some kinds of mail for one teammate, without signing in; nobody can make one for another. */
export function stopUrl(tools: Pick<Tools, 'config' | 'house'>, stopped: Stopped): string {
  const word = Buffer.from(JSON.stringify([stopped.workspaceId, stopped.teammateId, ...stopped.kinds])).toString(
    'base64url',
  );
  return `${tools.config.publicUrl}${path}?of=${word}.${markOf(tools, word)}`;
}

/** One click of a mail program (RFC 8058), or a person who follows the link and presses the button. */
export const stopMount: Mount = {
  path,
  async handle(request, tools) {
    const reader = readerOf(request, tools);
    const stopped = read(tools, new URL(request.url).searchParams.get('of') ?? '');
    if (!stopped)
      return shown(
        reader,
        'This link is not whole',
        'Copy it anew from the mail, or choose in the console under Notices.',
        404,
      );
    const says = stopped.kinds.map((kind) => reader.say(tools.house.noticeKinds.get(kind)?.says ?? kind));
    if (request.method !== 'POST') return asked(reader, says);
    await tools.transact({ workspaceId: stopped.workspaceId }, async (ctx) => {
      await ctx.db
        .updateTable('notice_choices')
        .set({ mail: null })
        .where('workspace_id', '=', stopped.workspaceId)
        .where('teammate_id', '=', stopped.teammateId)
        .where('kind', '=', sql<string>`any(${stopped.kinds}::text[])`)
        .execute();
      await ctx.db
        .updateTable('notices')
        .set({ mail_due_at: null })
        .where('workspace_id', '=', stopped.workspaceId)
        .where('teammate_id', '=', stopped.teammateId)
        .where('kind', '=', sql<string>`any(${stopped.kinds}::text[])`)
        .where('mailed_at', 'is', null)
        .execute();
    });
    return shown(
      reader,
      'No more of these mails',
      'What they told still stands in your list in the console: {{kinds}}.',
      200,
      quoted(says),
    );
  },
};

function read(tools: Tools, given: string): Stopped | null {
  const [word = '', mark = ''] = given.split('.');
  const [is, should] = [Buffer.from(mark), Buffer.from(markOf(tools, word))];
  if (is.length !== should.length || !timingSafeEqual(is, should)) return null;
  const [workspaceId, teammateId, ...kinds] = JSON.parse(Buffer.from(word, 'base64url').toString()) as [
    string,
    string,
    ...string[],
  ];
  return { workspaceId, teammateId, kinds };
}

function markOf(tools: Pick<Tools, 'config'>, word: string): string {
  return createHmac('sha256', keyFor(tools.config, 'notice-mail')).update(word).digest('base64url').slice(0, 32);
}

function quoted(says: readonly string[]): string {
  return says.map((one) => `“${one}”`).join(', ');
}

/** Who follows the link is read by their browser's language: they need not be signed in. */
interface Reader {
  readonly language: string;
  say(english: string, values?: Readonly<Record<string, string>>): string;
}

function readerOf(request: Request, { house }: Pick<Tools, 'house'>): Reader {
  const language = languageOf(request.headers.get('accept-language'));
  return { language, say: (english, values) => house.say(language, english, values) };
}

function asked(reader: Reader, says: readonly string[]): Response {
  const { say } = reader;
  return answer(
    reader,
    200,
    html`<main><div class="wrap"><h1>${say('Stop these mails?')}</h1><p>${quoted(says)}</p>
      <form method="post"><button type="submit">${say('Stop these mails')}</button></form></div></main>`,
  );
}

function shown(reader: Reader, title: string, text: string, status: number, kinds = ''): Response {
  const { say } = reader;
  return answer(
    reader,
    status,
    html`<main><div class="wrap"><h1>${say(title)}</h1><p>${say(text, { kinds })}</p></div></main>`,
  );
}

function answer({ language }: Reader, status: number, body: ReturnType<typeof html>): Response {
  const text = page({ title: 'Rapport', lang: language, isHidden: true, body });
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', vary: 'accept-language' },
  });
}
