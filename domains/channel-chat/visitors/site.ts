import { findLineByAddress, lineById } from '#domains/brands';
import { isSample } from '#domains/identity';
import type { Tools } from '#platform/domain';
import { notFound } from '#platform/problem';
import { ChatLineSettings, channelKind } from '../contract.ts';

/** The workspace of nobody: where it is looked up whose a website is. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/** A line of chat that stands on a website. */
export interface Site {
  readonly workspaceId: string;
  readonly brandId: string;
  readonly lineId: string;
  readonly queueId: string | null;
  readonly key: string;
  readonly settings: ChatLineSettings;
}

/**
 * The website of a key, in whichever workspace; null where no open line has it, pretend customers write
 * there, or it is the sample shop's, which nobody writes to from outside.
 */
export async function findSite(tools: Pick<Tools, 'read'>, key: string): Promise<Site | null> {
  const found = await tools.read({ workspaceId: nowhere }, (ctx) => findLineByAddress(ctx, channelKind, key));
  if (!found) return null;
  const line = await tools.read({ workspaceId: found.workspaceId }, async (ctx) =>
    (await isSample(ctx)) ? null : lineById(ctx, found.lineId),
  );
  if (!line || line.closedAt) return null;
  const settings = ChatLineSettings.parse(line.settings);
  if (settings.simulated) return null;
  const { workspaceId, brandId, id: lineId, queueId, address } = line;
  return { workspaceId, brandId, lineId, queueId, key: address, settings };
}

/** The same; 404 where there is none. */
export async function siteOf(tools: Pick<Tools, 'read'>, key: string): Promise<Site> {
  const site = await findSite(tools, key);
  if (!site) throw notFound();
  return site;
}
