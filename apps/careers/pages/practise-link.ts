import type { SiteVisit } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { sign } from '../signs.ts';
import { sayerOf } from '../words/index.ts';

/** The way to the conversations one can practise. */
export function practiseLink(visit: SiteVisit, look: 'cta' | 'btn p', place: string | null = visit.place): Html {
  return html`<a class="${look}" href="${visit.href('/practise', { place })}">${look === 'cta' ? sign('play') : ''}${sayerOf(visit.lang)('practise')}</a>`;
}
