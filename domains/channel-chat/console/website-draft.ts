import type { LineView } from '#domains/brands/contract';
import { ChatLineSettings } from '../contract.ts';
import { siteOriginOf } from './site-origin.ts';

/** What stands in the form of a website's line, as it is typed. */
export interface WebsiteDraft {
  readonly name: string;
  /** One website a line. */
  readonly sites: string;
  readonly greeting: string;
  readonly asks: ChatLineSettings['asks'];
}

export const emptyDraft: WebsiteDraft = { name: '', sites: '', greeting: '', asks: 'outside-hours' };

/** A line as its form begins; who may not configure it gets its name alone. */
export function draftOf({ name, settings }: Pick<LineView, 'name' | 'settings'>): WebsiteDraft {
  if (settings === null) return { ...emptyDraft, name };
  const { sites, greeting, asks } = ChatLineSettings.parse(settings);
  return { name, sites: sites.join('\n'), greeting, asks };
}

/** What the server keeps of it. Whatever cannot be read as a website is sent as it stands, so that it is refused by name. */
export function settingsOf(draft: WebsiteDraft): ChatLineSettings {
  const sites = typedSites(draft.sites).map((typed) => siteOriginOf(typed) ?? typed);
  return { simulated: false, sites: [...new Set(sites)], greeting: draft.greeting.trim(), asks: draft.asks };
}

/** The first line that is no website. */
export function wrongSiteOf(draft: WebsiteDraft): string | undefined {
  return typedSites(draft.sites).find((typed) => siteOriginOf(typed) === null);
}

function typedSites(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
