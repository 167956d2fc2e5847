import type { ShownRole } from '#domains/careers';
import { html } from '#platform/page';
import { drawn, five, inLang, type Look } from '../look.ts';

const levelWords = ['levelNone', 'level1', 'level2', 'level3', 'level4', 'level5'] as const;

/** From what I can do to the roles within reach, with what is missing: a form by GET, nothing is stored. */
export const explore = drawn(
  { path: '/explore', nav: { order: 60, words: { en: 'Find your way', es: 'Tu camino' } } },
  (look) => {
    const { visit, say, catalogue } = look;
    const have = new Map(catalogue.skills.map(({ key }) => [key, levelIn(visit.query, key)]));
    const isAsked = [...have.values()].some((level) => level > 0);
    const wanted = visit.query.get('for');
    const ways = catalogue.roles
      .map((role) => wayTo(role, have))
      .filter(({ role }) => wanted === null || role.key === wanted)
      .toSorted((one, other) => one.missingLevels - other.missingLevels || other.met - one.met);
    return {
      title: say('explore'),
      description: say('canDoSays'),
      body: html`<div class="wrap wide stack"><h1>${say('explore')}</h1><p class="soft">${say('canDoSays')}</p>
<form class="box" method="get" action="${visit.href('/explore', { place: null })}"><h2>${say('canDo')}</h2><div class="finder">${catalogue.skills.map((skill) => html`<label><span${inLang(visit, skill.nameLang)}>${skill.shownName}</span><select name="${skill.key}">${levelWords.map((word, level) => html`<option value="${level === 0 ? '' : level}"${have.get(skill.key) === level && html` selected`}>${say(word)}</option>`)}</select></label>`)}</div>${visit.place && html`<input type="hidden" name="place" value="${visit.place}">`}${wanted && html`<input type="hidden" name="for" value="${wanted}">`}<button class="btn p" type="submit">${say('show')}</button></form>
${(isAsked || wanted !== null) && html`<section aria-labelledby="within" class="stack"><h2 id="within">${say('within')}</h2><ol class="cards3">${ways.map((way) => html`<li>${wayCard(look, way)}</li>`)}</ol></section>`}</div>`,
    };
  },
);

interface Way {
  readonly role: ShownRole;
  readonly met: number;
  readonly missing: readonly { readonly skill: string; readonly have: number; readonly need: number }[];
  readonly missingLevels: number;
}

function wayTo(role: ShownRole, have: ReadonlyMap<string, number>): Way {
  const missing = role.skills.flatMap(({ skill, level }) => {
    const now = have.get(skill) ?? 0;
    return now >= level ? [] : [{ skill, have: now, need: level }];
  });
  const missingLevels = missing.reduce((sum, one) => sum + one.need - one.have, 0);
  return { role, met: role.skills.length - missing.length, missing, missingLevels };
}

function wayCard({ visit, say, catalogue }: Look, { role, met, missing }: Way) {
  return html`<article class="box"><h3${inLang(visit, role.nameLang)}><a href="${visit.href(`/${role.key}`)}">${role.shownName}</a></h3><p><b>${say('met', { met, all: role.skills.length })}</b></p>${
    missing.length === 0
      ? html`<p>${say('allMet')}</p>`
      : html`<p class="tiny">${say('missing')}</p>${missing.map(({ skill, have, need }) => html`<div class="skillrow"><a href="${visit.href(`/skills/${skill}`)}">${catalogue.skill(skill)?.shownName ?? skill}</a>${five(say, need, have)}<span class="tiny">${have} → ${need}</span></div>`)}`
  }</article>`;
}

function levelIn(query: URLSearchParams, key: string): number {
  const level = Number(query.get(key) ?? 0);
  return Number.isInteger(level) && level >= 1 && level <= 5 ? level : 0;
}
