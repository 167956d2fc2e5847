import type { ShownRole } from '#domains/careers';
import { type IndustryKey, industries } from '#domains/careers';
import type { PayRangeView } from '#domains/careers/contract';
import { sourceOf } from '#domains/careers';
import type { SiteContent } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { drawn, inLang, type Look, rangeOf } from '../look.ts';
import { sign } from '../signs.ts';
import { practiseLink } from './practise-link.ts';

const steps = {
  start: [1, 'start', 'startSays'],
  next: [2, 'next', 'nextSays'],
  lead: [3, 'lead3', 'leadSays'],
} as const;

/** The first page: fifteen roles, the place whose pay is shown, and the industries. */
export const home = drawn({ path: '/', nav: { order: 10, words: { en: 'Roles', es: 'Puestos' } } }, drawHome);

async function drawHome(look: Look): Promise<SiteContent> {
  const { visit, say, catalogue } = look;
  const industry = visit.query.get('industry');
  const chosen = industry && Object.hasOwn(industries, industry) ? (industry as IndustryKey) : null;
  const roles = catalogue.roles.filter((role) => chosen === null || role.industries.includes(chosen));
  const openings = await look.pieces(
    'role-card',
    roles.map(({ key }) => key),
  );
  const more = (await look.pieces('home', ['home'])).get('home');
  return {
    title: say('title'),
    description: say('lead'),
    facts: [listFacts(look, roles)],
    body: html`<div class="hero first"><div class="wrap wide"><div class="split"><div><h1>${say('title')}</h1><p>${say('lead')}</p></div>${practiseLink(visit, 'cta')}</div>${placeChooser(look, '/', chosen ? { industry: chosen } : {})}</div></div>
<div class="wrap wide rolewrap"><ul class="rolecards">${roles.map((role) => html`<li>${roleCard(look, role, openings.get(role.key))}</li>`)}</ul>
<div class="underline"><span>${paySources(look)}</span></div>
<nav class="filters" aria-label="${say('industries')}"><b>${say('industries')}</b>${Object.keys(industries).map((key) => html`<a href="${visit.href('/', { industry: key === chosen ? null : key })}"${key === chosen && html` aria-current="true"`}>${catalogue.industryName(key)}</a>`)}</nav>${more}</div>`,
  };
}

/** Places as links: the one chosen is part of the address. */
export function placeChooser(look: Look, path: string, query: Readonly<Record<string, string>> = {}): Html {
  const { visit, say, catalogue } = look;
  return html`<nav class="choose" aria-label="${say('payFor')}"><span class="t" aria-hidden="true">${say('payFor')}</span>${catalogue.places.map(
    ({ key, shownName, nameLang }) =>
      html`<a href="${visit.href(path, { ...query, place: key })}"${inLang(visit, nameLang)}${key === visit.place && html` aria-current="true"`}>${shownName}</a>`,
  )}</nav>`;
}

function roleCard(look: Look, role: ShownRole, openings: Html | undefined): Html {
  const { visit, say } = look;
  const [filled, word, says] = steps[role.step];
  return html`<article class="rolecard"><div class="row"><span class="sign">${sign(role.icon)}</span><span class="step" title="${say(says)}">${[1, 2, 3].map((n) => html`<i class="${n <= filled ? 'f' : ''}"></i>`)}<span>${say(word)}</span></span></div>
<h2${inLang(visit, role.nameLang)}><a href="${visit.href(`/${role.key}`)}">${role.shownName}</a></h2>
<div>${cardPay(look, shownPay(look, role.key))}</div>
<ul class="ways-in"><li>${sign('door')}<span${inLang(visit, role.textLang)}>${role.wayIn}</span></li><li>${sign('briefcase')}<span>${openings ?? say('noOpeningsCard')}</span></li></ul></article>`;
}

/** The figure of the place they chose; where none is chosen, that of the one place that has figures, named. */
function shownPay(look: Look, role: string): PayRangeView | null {
  const { visit, pay } = look;
  const starting = pay.filter((one) => one.role === role && one.experience === 'starting');
  if (visit.place !== null) return starting.find(({ place }) => place === visit.place) ?? null;
  return starting.length === 1 ? (starting[0] ?? null) : null;
}

function cardPay(look: Look, range: PayRangeView | null): Html {
  const { visit, say, catalogue } = look;
  if (!range) return html`<span class="nopay">${say('noFigure')}</span>`;
  const where = visit.place === null ? ` · ${catalogue.place(range.place)?.shownName ?? ''}` : '';
  return html`<b class="pay">${rangeOf(range, visit.lang)}</b><span class="tiny">${say('starting')}, ${say(range.period)}${where} · ${shortSource(range)} ${range.year}</span>`;
}

function shortSource({ source, year }: PayRangeView): string {
  return source === sourceOf('rh-pay').title ? 'Robert Half' : source.replace(` ${year}`, '');
}

function paySources(look: Look): Html {
  const named = [
    ...new Set(
      look.pay
        .filter(({ place }) => look.visit.place === null || place === look.visit.place)
        .map(({ source, year }) => `${source}, ${year}`),
    ),
  ];
  return html`${named.length > 0 ? look.say('paySource', { source: named.join('; ') }) : look.say('payRule')} ${look.say('onetNote')}`;
}

function listFacts({ visit, say }: Look, roles: readonly ShownRole[]): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: say('title'),
    itemListElement: roles.map((role, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: role.shownName,
      url: visit.absolute(`/${role.key}`),
    })),
  };
}
