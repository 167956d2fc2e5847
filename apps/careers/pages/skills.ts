import { html } from '#platform/page';
import { notFound } from '#platform/problem';
import { drawn, five, inLang } from '../look.ts';
import { sign } from '../signs.ts';
import { scenesFor } from './practise/list.ts';

/** All skills, each with how many roles ask for it. */
export const skills = drawn(
  { path: '/skills', nav: { order: 20, words: { en: 'Skills', es: 'Habilidades' } } },
  (look) => {
    const { visit, say, catalogue } = look;
    return {
      title: say('skills'),
      description: catalogue.skills.map(({ shownName }) => shownName).join(', '),
      body: html`<div class="wrap wide stack"><h1>${say('skills')}</h1>
<ul class="cards3">${catalogue.skills.map((skill) => html`<li><article class="box"><h2${inLang(visit, skill.nameLang)}><a href="${visit.href(`/skills/${skill.key}`)}">${skill.shownName}</a></h2><p>${look.said(skill.lead, skill.textLang)}</p><p class="tiny">${say('asked')} ${catalogue.roles.filter((role) => role.skills.some((one) => one.skill === skill.key)).length} / ${catalogue.roles.length}</p></article></li>`)}</ul>
<section class="box" aria-labelledby="levels"><h2 id="levels">${say('levels')}</h2><ol class="paths">${catalogue.guides.levels.map((level, index) => html`<li><span class="n">${index + 1}</span><span>${look.said(level, catalogue.guides.lang)}</span><span></span></li>`)}</ol></section>${look.sources()}</div>`,
    };
  },
);

/** One skill: how it shows, how it grows, and which roles ask for it at which level. */
export const skill = drawn({ path: '/skills/:skill' }, async (look) => {
  const { visit, say, catalogue } = look;
  const shown = catalogue.skill(visit.params['skill'] ?? '');
  if (!shown) throw notFound();
  const asking = catalogue.roles.flatMap((role) => {
    const one = role.skills.find(({ skill: key }) => key === shown.key);
    return one ? [{ role, level: one.level }] : [];
  });
  const practice = (await look.pieces('skill', [shown.key])).get(shown.key);
  const list = (items: readonly string[]) =>
    html`<ul class="does"${inLang(visit, shown.textLang)}>${items.map((item) => html`<li>${sign('check')}<span>${item}</span></li>`)}</ul>`;
  return {
    title: shown.shownName,
    description: shown.lead.says,
    facts: [
      {
        '@context': 'https://schema.org',
        '@type': 'DefinedTerm',
        name: shown.shownName,
        description: shown.lead.says,
        url: visit.absolute(`/skills/${shown.key}`),
      },
    ],
    body: html`<div class="wrap wide role"><div><header class="headline"><div><nav class="crumbs" aria-label="${say('breadcrumbs')}"><a href="${visit.href('/skills')}">${say('skills')}</a></nav><h1${inLang(visit, shown.nameLang)}>${shown.shownName}</h1><p>${look.said(shown.lead, shown.textLang)}</p></div></header>
<div class="pair"><section class="box" aria-labelledby="shows"><h2 id="shows">${say('shows')}${look.ref('ours')}</h2>${list(shown.shows)}</section><section class="box" aria-labelledby="grow"><h2 id="grow">${say('grow')}${look.ref('ours')}</h2>${list(shown.grow)}</section></div>${scenesFor(look, shown.key)}${practice}
<section class="box" aria-labelledby="levels"><h2 id="levels">${say('levels')}</h2><ol class="paths">${catalogue.guides.levels.map((level, index) => html`<li><span class="n">${index + 1}</span><span>${look.said(level, catalogue.guides.lang)}</span><span></span></li>`)}</ol></section></div>
<div><section class="box" aria-labelledby="asked"><h2 id="asked">${say('asked')}</h2>${asking.map(({ role, level }) => html`<div class="skillrow"><a href="${visit.href(`/${role.key}`)}"${inLang(visit, role.nameLang)}>${role.shownName}</a>${five(say, level)}<span class="tiny">${level}</span></div>`)}</section>${look.sources()}</div></div>`,
  };
});
