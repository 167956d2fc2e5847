import type { SitePage, SiteVisit } from '#platform/domain';
import { html } from '#platform/page';
import { sayerOf } from '../words/index.ts';

export const home: SitePage = {
  site: 'careers',
  method: 'GET',
  path: '/',
  nav: { order: 10, words: { en: 'Roles', es: 'Puestos' } },
  answer: async (visit: SiteVisit) => {
    const say = sayerOf(visit.lang);
    return {
      title: say('title'),
      description: say('lead'),
      body: html`<div class="hero first"><div class="wrap wide"><h1>${say('title')}</h1><p>${say('lead')}</p></div></div>
<div class="wrap wide"><ul class="list">${visit.tools.house.desks.map(({ title }) => html`<li>${title}</li>`)}</ul><p class="note">${say('payRule')}</p></div>`,
    };
  },
};
