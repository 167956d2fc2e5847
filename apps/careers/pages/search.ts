import { html } from '#platform/page';
import { drawn, type Look } from '../look.ts';

const wordLimit = 8;

interface Found {
  readonly path: string;
  readonly name: string;
  readonly says: string;
  /** How many of the words stand in the name itself. */
  readonly inName: number;
}

/** Search over names and texts of the catalogue: all words must be found; names come first. */
export const search = drawn({ path: '/search' }, (look) => {
  const { visit, say } = look;
  const asked = (visit.query.get('q') ?? '').slice(0, 100);
  const words = plain(asked).split(/\s+/).filter(Boolean).slice(0, wordLimit);
  const found = words.length === 0 ? [] : entries(look).flatMap((entry) => hit(entry, words));
  const sorted = found.toSorted((one, other) => other.inName - one.inName);
  return {
    title: say('search'),
    isPrivate: true,
    body: html`<div class="wrap wide stack"><h1>${say('search')}</h1><form role="search" method="get" action="${visit.href('/search', { place: null })}"><label for="q" class="hid">${say('searchLabel')}</label><input type="search" id="q" name="q" value="${asked}" maxlength="100"> <button class="btn p" type="submit">${say('search')}</button></form>
${words.length > 0 && html`<p role="status">${sorted.length === 0 ? say('searchNone') : say('searchFound', { count: sorted.length })}</p><ul class="cards3">${sorted.map(({ path, name, says }) => html`<li><article class="box"><h2><a href="${visit.href(path)}" dir="auto">${name}</a></h2><p dir="auto">${says}</p></article></li>`)}</ul>`}</div>`,
  };
});

type Entry = { readonly path: string; readonly name: string; readonly says: string; readonly text: string };

function entries({ catalogue }: Look): Entry[] {
  const all = (parts: readonly string[]): string => plain(parts.join(' '));
  return [
    ...catalogue.roles.map((role) => ({
      path: `/${role.key}`,
      name: role.shownName,
      says: role.lead.says,
      text: all([
        role.name,
        role.shownName,
        role.lead.says,
        ...role.does.map(({ says }) => says),
        ...role.tools,
        ...role.metrics,
      ]),
    })),
    ...catalogue.skills.map((one) => ({
      path: `/skills/${one.key}`,
      name: one.shownName,
      says: one.lead.says,
      text: all([one.name, one.shownName, one.lead.says, ...one.shows, ...one.grow]),
    })),
    ...catalogue.places.map((one) => ({
      path: `/places/${one.key}`,
      name: one.shownName,
      says: one.says[0]?.says ?? '',
      text: all([one.name, one.shownName, ...one.says.map(({ says }) => says)]),
    })),
    ...catalogue.questions.map((one) => ({
      path: `/questions#${one.key}`,
      name: one.question,
      says: one.answer[0]?.says ?? '',
      text: all([one.question, ...one.answer.map(({ says }) => says)]),
    })),
  ];
}

function hit(entry: Entry, words: readonly string[]): Found[] {
  if (!words.every((word) => entry.text.includes(word))) return [];
  const name = plain(entry.name);
  return [{ ...entry, inName: words.filter((word) => name.includes(word)).length }];
}

/** Small letters without accents: "Éxito" is found by "exito". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
