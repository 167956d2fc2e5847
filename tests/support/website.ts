import { openLine } from '#domains/brands';
import { newSiteKey, type TalkView } from '#domains/channel-chat/contract';
import { newId } from '#platform/database';
import { createServer, type Server } from '#platform/http';
import type { Workspace } from './workspace.ts';
import type { World } from './world.ts';

/** Opens a chat on a website of this workspace; gives its key and line. */
export async function openWebsite(
  workspace: Workspace,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<{ key: string; lineId: string }> {
  const key = newSiteKey('Fernhill');
  const line = { brandId: workspace.brandId, channel: 'chat', name: 'Website', address: key, settings };
  const { id } = await workspace.act(workspace.owner, (ctx) =>
    openLine(ctx, { ...line, casePolicy: 'open-conversation', queueId: workspace.queueId }),
  );
  return { key, lineId: id };
}

/** The doors of a website as a browser knocks at them. */
export async function openDoors(world: World): Promise<Server> {
  return createServer({ house: world.house, tools: world.tools, authenticate: async () => null });
}

/** Somebody on a website, with a pass of their own. */
export function newVisitor({ app }: Server, key: string, pass = `${newId()}.${'s'.repeat(20)}${newId()}`) {
  const knock = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
    app.inject({
      method,
      url: `/api/websites/${key}${path}`,
      headers: { authorization: `Visitor ${pass}` },
      ...(body ? { payload: body } : {}),
    });
  return {
    id: pass.slice(0, 36),
    pass,
    says: (text: string, more: object = {}) => knock('POST', '/messages', { id: newId(), text, ...more }),
    notes: (told: object) => knock('PUT', '/visitor', told),
    reads: (query = '') => knock('GET', `/talk${query}`),
    async talk(query = ''): Promise<TalkView> {
      const { statusCode, body } = await knock('GET', `/talk${query}`);
      if (statusCode !== 200) throw new Error(body);
      return JSON.parse(body) as TalkView;
    },
  };
}
