import type { SiteVisit } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { sign } from '../signs.ts';
import { sayerOf } from '../words/index.ts';

const path = '/practise';

/** Whether a domain brings the page to practise on. */
export function canPractise(visit: SiteVisit): boolean {
  return visit.tools.house.domains.some((domain) => (domain.sitePages ?? []).some((page) => page.path === path));
}

/** The way to a practice conversation; nothing where no domain brings the page, because no link leads nowhere. */
export function practiseLink(visit: SiteVisit, look: 'cta' | 'btn p', place: string | null = visit.place): Html {
  if (!canPractise(visit)) return html``;
  return html`<a class="${look}" href="${visit.href(path, { place })}">${look === 'cta' ? sign('play') : ''}${sayerOf(visit.lang)('practise')}</a>`;
}
