import { html } from '#platform/page';
import { notFound } from '#platform/problem';
import { drawn, inLang } from '../look.ts';
import { figure, sourceLine } from './pay-table.ts';
import { practiseLink } from './practise-link.ts';

/** All places, each with what is known. */
export const places = drawn({ path: '/places' }, (look) => {
  const { visit, say, catalogue, pay } = look;
  return {
    title: say('places'),
    description: catalogue.places.map(({ shownName }) => shownName).join(', '),
    body: html`<div class="wrap wide stack"><h1>${say('places')}</h1><ul class="cards3">${catalogue.places.map(
      (place) => {
        const known = pay.filter((one) => one.place === place.key).length;
        return html`<li><article class="box"><h2${inLang(visit, place.nameLang)}><a href="${visit.href(`/places/${place.key}`, { place: place.key })}">${place.shownName}</a></h2><p class="tiny">${known === 0 ? say('noFigure') : `${say('payHere')}: ${known}`}</p></article></li>`;
      },
    )}</ul><section class="box" aria-labelledby="premiums"><h2 id="premiums">${say('premiums')}</h2>${catalogue.guides.payNotes.map(({ said }) => html`<p>${look.said(said, catalogue.guides.lang)}</p>`)}</section>${look.sources()}</div>`,
  };
});

/** One place: who is served from there, every role with its pay there or plainly none, and what roles are called. */
export const place = drawn({ path: '/places/:place' }, async (look) => {
  const { visit, say, catalogue, pay, titles } = look;
  const shown = catalogue.place(visit.params['place'] ?? '');
  if (!shown) throw notFound();
  const openings = (await look.pieces('place', [shown.key])).get(shown.key);
  const rows = catalogue.roles.map((role) => {
    const range =
      pay.find((one) => one.role === role.key && one.place === shown.key && one.experience === 'starting') ?? null;
    const title = titles.find((one) => one.role === role.key && one.place === shown.key);
    return html`<tr><th scope="row"><a href="${visit.href(`/${role.key}`, { place: shown.key })}"${inLang(visit, role.nameLang)}>${role.shownName}</a>${title && title.title !== role.name && html`<br><span class="tiny">${say('called')}: <span dir="auto">${title.title}</span></span>`}</th><td>${figure(look, range, true)}</td><td class="hide2 tiny">${sourceLine(range)}</td></tr>`;
  });
  return {
    title: `${say('title')}: ${shown.shownName}`,
    description: shown.says[0]?.says ?? '',
    body: html`<div class="wrap wide role"><div><header class="headline"><div><nav class="crumbs" aria-label="${say('breadcrumbs')}"><a href="${visit.href('/places')}">${say('places')}</a></nav><h1${inLang(visit, shown.nameLang)}>${shown.shownName}</h1></div>${practiseLink(visit, 'btn p', shown.key)}</header>
<section class="box" aria-labelledby="serving"><h2 id="serving">${say('serving')}</h2>${shown.says.map((one) => html`<p>${look.said(one, shown.textLang)}</p>`)}</section>
<section class="box" aria-labelledby="here"><h2 id="here">${say('rolesHere')}</h2><div class="scroll"><table><thead><tr><th scope="col">${say('roles')}</th><th scope="col">${say('starting')}</th><th scope="col" class="hide2">${say('sourceYear')}</th></tr></thead><tbody>${rows}</tbody></table></div><p class="tiny">${say('payRule')}</p></section></div>
<div><section class="box" aria-labelledby="openings"><h2 id="openings">${say('openings')}</h2>${openings ?? html`<p class="soft">${say('noOpenings')}</p>`}</section><section class="box" aria-labelledby="premiums"><h2 id="premiums">${say('premiums')}</h2>${catalogue.guides.payNotes.map(({ said }) => html`<p>${look.said(said, catalogue.guides.lang)}</p>`)}</section>${look.sources()}</div></div>`,
  };
});

/** All industries. */
export const industryList = drawn({ path: '/industries' }, (look) => {
  const { visit, say, catalogue } = look;
  const { guides } = catalogue;
  return {
    title: say('industries'),
    description: Object.keys(guides.industries)
      .map((key) => catalogue.industryName(key))
      .join(', '),
    body: html`<div class="wrap wide stack"><h1>${say('industries')}</h1><section class="box" aria-labelledby="field"><h2 id="field">${say('field')}</h2>${guides.field.map((one) => html`<p>${look.said(one, guides.lang)}</p>`)}</section><ul class="cards3">${Object.entries(guides.industries).map(([key, { says }]) => html`<li><article class="box"><h2><a href="${visit.href(`/industries/${key}`)}">${catalogue.industryName(key)}</a></h2><p>${look.said(says, guides.lang)}</p></article></li>`)}</ul>${look.sources()}</div>`,
  };
});

/** One industry and the roles that are at home in it. */
export const industry = drawn({ path: '/industries/:industry' }, (look) => {
  const { visit, say, catalogue } = look;
  const key = visit.params['industry'] ?? '';
  const { guides } = catalogue;
  const found = Object.entries(guides.industries).find(([one]) => one === key)?.[1];
  if (!found) throw notFound();
  const roles = catalogue.roles.filter((role) => role.industries.some((one) => one === key));
  return {
    title: catalogue.industryName(key),
    description: found.says.says,
    body: html`<div class="wrap wide stack"><nav class="crumbs" aria-label="${say('breadcrumbs')}"><a href="${visit.href('/industries')}">${say('industries')}</a></nav><h1>${catalogue.industryName(key)}</h1><p class="soft">${look.said(found.says, guides.lang)}</p><ul class="cards3">${roles.map((role) => html`<li><article class="box"><h2${inLang(visit, role.nameLang)}><a href="${visit.href(`/${role.key}`)}">${role.shownName}</a></h2><p>${look.said(role.lead, role.textLang)}</p></article></li>`)}</ul>${look.sources()}</div>`,
  };
});
