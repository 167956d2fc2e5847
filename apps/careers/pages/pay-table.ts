import type { ShownRole } from '#domains/careers';
import type { PayRangeView } from '#domains/careers/contract';
import { type Html, html } from '#platform/page';
import { inLang, type Look, rangeOf } from '../look.ts';
import { sign } from '../signs.ts';

/** Pay of a role by place: a figure with what it means, its source and its year, or plainly none. */
export function payTable(look: Look, role: ShownRole): Html {
  const { visit, say, catalogue } = look;
  const first = catalogue.places.toSorted((one, other) => rank(look, role, one.key) - rank(look, role, other.key));
  return html`<section class="box" aria-labelledby="pay"><h2 id="pay">${say('payHead')}</h2><div class="scroll"><table><thead><tr><th scope="col">${say('place')}</th><th scope="col">${say('starting')}</th><th scope="col" class="hide2">${say('experienced')}</th><th scope="col" class="hide2">${say('sourceYear')}</th></tr></thead><tbody>${first.map(
    (place) => {
      const [starting, experienced] = [
        rangeFor(look, role, place.key, 'starting'),
        rangeFor(look, role, place.key, 'experienced'),
      ];
      const title = look.titles.find((one) => one.role === role.key && one.place === place.key);
      return html`<tr${place.key === visit.place && html` class="on"`}><th scope="row"><a href="${visit.href(`/places/${place.key}`, { place: place.key })}"${inLang(visit, place.nameLang)}>${place.shownName}</a>${title && title.title !== role.name && html`<br><span class="tiny">${say('called')}: <span dir="auto">${title.title}</span> (${title.source})</span>`}</th><td>${figure(look, starting, true)}</td><td class="hide2">${figure(look, experienced, false)}</td><td class="hide2 tiny">${sourceLine(starting ?? experienced)}</td></tr>`;
    },
  )}</tbody></table></div><p class="tiny">${sign0()} ${say('payRule')} <a href="${visit.href('/places')}">${say('allPlaces', { count: catalogue.places.length })}</a></p></section>`;
}

function sign0(): Html {
  return html`<span class="ways-in">${sign('info')}</span>`;
}

/** The place they chose stands first, then those with a figure. */
function rank(look: Look, role: ShownRole, place: string): number {
  if (place === look.visit.place) return 0;
  return look.pay.some((one) => one.role === role.key && one.place === place) ? 1 : 2;
}

function rangeFor(
  { pay }: Look,
  role: ShownRole,
  place: string,
  experience: PayRangeView['experience'],
): PayRangeView | null {
  return pay.find((one) => one.role === role.key && one.place === place && one.experience === experience) ?? null;
}

/** A figure, and on a phone its source right below it. */
export function figure({ visit, say }: Look, range: PayRangeView | null, withSource: boolean): Html {
  if (!range) return html`<span class="nopay">${say('noFigure')}</span>`;
  return html`<span data-source="${range.source}"><b class="num">${rangeOf(range, visit.lang)}</b> ${say(range.period)}</span>${withSource && html`<span class="tiny only2">${sourceLine(range)}</span>`}`;
}

/** "National starting salaries, 2026, Salary Guide From Robert Half". */
export function sourceLine(range: PayRangeView | null): Html | null {
  if (!range) return null;
  const source = range.sourceUrl ? html`<a href="${range.sourceUrl}" rel="noopener">${range.source}</a>` : range.source;
  return html`<span dir="auto">${range.means}, ${range.year}, ${source}</span>`;
}
