import type { ShownRole } from '#domains/careers';
import type { SiteContent } from '#platform/domain';
import { type Html, html } from '#platform/page';
import { notFound } from '#platform/problem';
import { drawn, five, inLang, type Look } from '../look.ts';
import { sign } from '../signs.ts';
import { payTable } from './pay-table.ts';
import { practiseLink } from './practise-link.ts';

const learn = { practise: 'practised', job: 'job', course: 'course' } as const;

/** The page of a role: what it pays, what it is, what it asks, how one gets there. */
export const role = drawn({ path: '/:role', addresses: async () => [] }, drawRole);

async function drawRole(look: Look): Promise<SiteContent> {
  const { visit, say, catalogue } = look;
  const shown = catalogue.role(visit.params['role'] ?? '');
  if (!shown) throw notFound();
  const openings = (await look.pieces('role', [shown.key])).get(shown.key);
  return {
    title: shown.shownName,
    description: shown.lead.says,
    facts: [occupationFacts(look, shown), crumbFacts(look, shown)],
    body: html`<div class="wrap wide role"><div>
<header class="headline"><div><nav class="crumbs" aria-label="${say('breadcrumbs')}"><a href="${visit.href('/')}">${say('roles')}</a> › ${say(stepWord(shown))}</nav><h1${inLang(visit, shown.nameLang)}>${shown.shownName}</h1><p>${look.said(shown.lead, shown.textLang)}</p></div></header>
${payTable(look, shown)}
<div class="pair"><section class="box" aria-labelledby="do"><h2 id="do">${say('youDo')}</h2><ul class="does">${shown.does.map((one) => html`<li>${sign('check')}<span>${look.said(one, shown.textLang)}</span></li>`)}</ul></section>
<section class="box" aria-labelledby="day"><h2 id="day">${say('day')}${look.ref('ours')}</h2><dl class="clock"${inLang(visit, shown.textLang)}>${shown.day.map(({ at, says }) => html`<dt>${at}</dt><dd>${says}</dd>`)}</dl></section></div>
<div class="pair">${skillsBox(look, shown)}<div class="stack">${chipBox(look, 'metrics', shown.metrics, shown.textLang)}${chipBox(look, 'tools', shown.tools, shown.textLang)}</div></div>
<div class="pair"><section class="box" aria-labelledby="with"><h2 id="with">${say('whoWith')}</h2>${shown.with.map((one) => html`<p>${look.said(one, shown.textLang)}</p>`)}<h3>${say('where')}</h3><p>${look.said(shown.where, shown.textLang)}</p></section>
<section class="box" aria-labelledby="demand"><h2 id="demand">${say('demand')}</h2><p>${look.said(shown.demand, shown.textLang)}</p><h3>${say('industries')}</h3><ul class="chips">${shown.industries.map((key) => html`<li><a href="${visit.href(`/industries/${key}`)}">${catalogue.industryName(key)}</a></li>`)}</ul></section></div>
</div><div>
<section class="try" aria-labelledby="try"><h2 id="try">${say('tryTitle')}</h2><p>${say('trySays')}</p>${practiseLink(visit, 'cta')}</section>
<section class="box" aria-labelledby="there"><h2 id="there">${say('howThere')}${look.ref('ours')}</h2><ol class="paths"${inLang(visit, shown.textLang)}>${shown.steps.map(({ says, takes }, index) => html`<li><span class="n">${index + 1}</span><span>${says}</span><span class="tiny">${takes}</span></li>`)}</ol></section>
${nextBox(look, shown)}
<section class="box" aria-labelledby="openings"><h2 id="openings">${say('openings')}</h2>${openings ?? html`<p class="soft">${say('noOpenings')}</p>`}</section>
${registers(look, shown)}${look.sources()}</div></div>
<div class="stick">${practiseLink(visit, 'btn p')}</div>`,
  };
}

function stepWord({ step }: ShownRole): 'startSays' | 'nextSays' | 'leadSays' {
  return `${step}Says`;
}

function skillsBox(look: Look, shown: ShownRole): Html {
  const { visit, say, catalogue } = look;
  return html`<section class="box" aria-labelledby="skills"><h2 id="skills">${say('skillsAsked')}${look.ref('ours')}</h2>${shown.skills.map(
    ({ skill, level, learn: how }) => {
      const one = catalogue.skill(skill);
      return html`<div class="skillrow"><a href="${visit.href(`/skills/${skill}`)}"${inLang(visit, one?.nameLang)}>${one?.shownName ?? skill}</a>${five(say, level)}<span class="tiny">${say(learn[how])}</span></div>`;
    },
  )}<p><a class="btn" href="${visit.href('/explore', { for: shown.key })}">${say('explore')}</a></p></section>`;
}

function chipBox(look: Look, word: 'metrics' | 'tools', items: readonly string[], lang: string): Html {
  return html`<section class="box" aria-labelledby="${word}"><h2 id="${word}">${look.say(word)}${look.ref('ours')}</h2><ul class="chips"${inLang(look.visit, lang)}>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;
}

function nextBox({ visit, say, catalogue }: Look, shown: ShownRole): Html {
  const from = catalogue.roles.filter(({ next }) => next.some((one) => one.role === shown.key));
  const rows = shown.next.flatMap(({ role: key, says }) => {
    const to = catalogue.role(key);
    return to ? [{ to, says }] : [];
  });
  return html`<section class="box" aria-labelledby="next"><h2 id="next">${say('nextRoles')}</h2><ul class="paths">${rows.map(({ to, says }) => html`<li><span class="sign">${sign(to.icon)}</span><a href="${visit.href(`/${to.key}`)}"${inLang(visit, to.nameLang)}>${to.shownName}</a><span class="tiny"${inLang(visit, shown.textLang)}>${says}</span></li>`)}</ul>
${from.length > 0 && html`<h3>${say('cameFrom')}</h3><ul class="paths">${from.map((one) => html`<li><span class="sign">${sign(one.icon)}</span><a href="${visit.href(`/${one.key}`)}"${inLang(visit, one.nameLang)}>${one.shownName}</a><span></span></li>`)}</ul>`}</section>`;
}

/** Each register is named as its licence asks; where no occupation of it is near enough, that is said. */
function registers(look: Look, { onet, esco }: ShownRole): Html {
  const { say } = look;
  return html`<section class="box" aria-labelledby="registers"><h2 id="registers">${say('standard')}</h2><p>${
    onet
      ? html`<span data-source="onet">O*NET ${onet.code} <span lang="en">${onet.title}</span> (${say('standardNear')})</span>${look.ref('onet')}`
      : html`O*NET: ${say('standardOpen')}`
  }</p><p>${
    esco
      ? html`<span data-source="esco">ESCO <a href="${esco.uri}" rel="external noopener">${esco.code}</a> <span lang="en">${esco.title}</span> (${say('standardNear')})</span>${look.ref('esco')}`
      : html`ESCO: ${say('standardOpen')}`
  }</p></section>`;
}

function occupationFacts({ visit, pay, catalogue }: Look, shown: ShownRole): unknown {
  const estimated = pay
    .filter((one) => one.role === shown.key && one.experience === 'starting' && one.period === 'year')
    .map((one) => ({
      '@type': 'MonetaryAmountDistribution',
      name: one.means,
      currency: one.currency,
      duration: 'P1Y',
      minValue: one.lowMinor / 100,
      maxValue: one.highMinor / 100,
      description: `${catalogue.place(one.place)?.name ?? one.place}, ${one.year}, ${one.source}`,
    }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Occupation',
    name: shown.shownName,
    description: shown.lead.says,
    url: visit.absolute(`/${shown.key}`),
    skills: shown.skills.map(({ skill }) => catalogue.skill(skill)?.shownName ?? skill).join(', '),
    responsibilities: shown.does.map(({ says }) => says).join('. '),
    ...codesOf(shown),
    ...(estimated.length > 0 ? { estimatedSalary: estimated } : {}),
    industry: shown.industries.map((key) => catalogue.industryName(key)).join(', '),
  };
}

/** The codes of the registers, for machines. */
function codesOf({ onet, esco }: ShownRole): Readonly<Record<string, unknown>> {
  const codes = [
    ...(onet ? [`${onet.code} ${onet.title}`] : []),
    ...(esco
      ? [{ '@type': 'CategoryCode', codeValue: esco.code, name: esco.title, url: esco.uri, inCodeSet: 'ESCO' }]
      : []),
  ];
  return codes.length > 0 ? { occupationalCategory: codes.length === 1 ? codes[0] : codes } : {};
}

function crumbFacts({ visit, say }: Look, shown: ShownRole): unknown {
  const item = (position: number, name: string, path: string) => ({
    '@type': 'ListItem',
    position,
    name,
    item: visit.absolute(path),
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [item(1, say('roles'), '/'), item(2, shown.shownName, `/${shown.key}`)],
  };
}
