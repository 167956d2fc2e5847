import { bank } from '#domains/scenarios';
import { type Html, html } from '#platform/page';
import type { Scenario } from '#science/practice';
import { drawn, inLang, type Look } from '../../look.ts';

/** The conversations one can practise: those of the reader's language first, easy ones before hard ones. */
export const list = drawn(
  {
    path: '/practise',
    nav: { order: 30, words: { en: 'Practise', es: 'Practicar' } },
  },
  (look) => {
    const { visit, say, catalogue } = look;
    const skill = catalogue.skill(visit.query.get('skill') ?? '');
    const shown = inOrder(visit.lang).filter(({ skills }) => !skill || skills.includes(skill.key));
    const title = skill ? say('practiseFor', { skill: skill.shownName }) : say('practiseTitle');
    return {
      title,
      description: say('practiseLead'),
      body: html`<div class="wrap wide stack"><h1>${title}</h1><p class="soft">${say('practiseLead')}</p>
${skillChips(look, skill?.key ?? null)}${shown.length === 0 && html`<p>${say('practiseNone')}</p>`}
<ol class="cards3 scenes">${(shown.length > 0 ? shown : inOrder(visit.lang)).map((scenario, index) => html`<li>${sceneCard(look, scenario, index === 0)}</li>`)}</ol></div>`,
    };
  },
);

/** The conversations that show a skill, for its own page; nothing where there are none. */
export function scenesFor(look: Look, skill: string): Html | null {
  const { visit, say } = look;
  const some = inOrder(visit.lang)
    .filter(({ skills }) => skills.includes(skill))
    .slice(0, 3);
  if (some.length === 0) return null;
  return html`<section class="box" aria-labelledby="practise-this"><h2 id="practise-this">${say('practise')}</h2><p class="soft">${say('practiseForSays')}</p><ol class="paths">${some.map((scenario, index) => html`<li><span class="n">${index + 1}</span><a href="${visit.href(`/practise/${scenario.id}`)}"${inLang(visit, scenario.lang)}>${scenario.title}</a>${level(look, scenario)}</li>`)}</ol><p><a class="btn" href="${visit.href('/practise', { skill })}">${say('practiseMore')}</a></p></section>`;
}

function inOrder(lang: string): readonly Scenario[] {
  return bank.toSorted(
    (one, other) => Number(other.lang === lang) - Number(one.lang === lang) || one.difficulty - other.difficulty,
  );
}

function sceneCard(look: Look, scenario: Scenario, isFirst: boolean): Html {
  const { visit, say, catalogue } = look;
  const begin = isFirst ? 'practiseBegin' : 'practiseStart';
  return html`<article class="box"><h2${inLang(visit, scenario.lang)}><a href="${visit.href(`/practise/${scenario.id}`)}">${scenario.title}</a></h2>${level(look, scenario)}<p${inLang(visit, scenario.lang)}><b>${scenario.persona.name}.</b> ${scenario.persona.about}</p><ul class="chips">${scenario.skills.map((key) => html`<li>${catalogue.skill(key)?.shownName ?? key}</li>`)}</ul><p class="go"><a class="btn${isFirst && ' p'}" href="${visit.href(`/practise/${scenario.id}`)}" aria-label="${say(begin)}: ${scenario.title}">${say(begin)}</a></p></article>`;
}

function level({ say, catalogue }: Look, { difficulty, minutes, industry }: Scenario): Html {
  return html`<span class="tiny">${say(`difficulty${difficulty}`)} · ${say('minutes', { count: minutes })} · ${catalogue.industryName(industry)}</span>`;
}

function skillChips({ visit, say, catalogue }: Look, chosen: string | null): Html {
  const practised = catalogue.skills.filter(({ key }) => bank.some(({ skills }) => skills.includes(key)));
  return html`<nav aria-label="${say('skills')}"><ul class="chips"><li><a href="${visit.href('/practise', { skill: null })}"${chosen === null && html` aria-current="true"`}>${say('practiseAll')}</a></li>${practised.map((one) => html`<li><a href="${visit.href('/practise', { skill: one.key })}"${chosen === one.key && html` aria-current="true"`}${inLang(visit, one.nameLang)}>${one.shownName}</a></li>`)}</ul></nav>`;
}
