import type { Desk, Permission } from '#platform/domain';
import { type Html, html, mark, page } from '#platform/page';

/** Most of a role's rights that its card names; the rest is a number. */
const shownRights = 4;

/** The first careers page: the roles there are, what each does here, and plainly what is not known yet. */
export function careersPage(desks: readonly Desk[], permissions: readonly Permission[]): string {
  const rights = rightsInWords(desks, permissions);
  return page({
    title: 'Careers in customer service',
    lang: 'en',
    description: 'The roles of customer service: what each does, and what is known about it.',
    body: html`<a class="skip" href="#main">To the content</a>
<header class="top"><div class="wrap"><span class="name">${mark}<b>Careers</b></span></div></header>
<main id="main"><div class="hero"><div class="wrap"><h1>Careers in customer service</h1><p>${desks.length} roles that serve customers and the people who do. For each, what it does here; pay and openings are shown once there is an honest source for them.</p></div></div>
<div class="wrap">
<section aria-labelledby="roles"><h2 id="roles">Roles</h2><ul class="cards">${desks.map((desk) => roleCard(desk, rights))}</ul></section>
<section aria-labelledby="comes"><h2 id="comes">What comes next</h2><ul class="list note"><li>Pay by place, each figure with its source and year.</li><li>The skills a role asks for, and how to get there.</li><li>One practice conversation, open to everyone.</li><li>Openings, and a way to apply.</li></ul></section>
</div></main>
<footer class="foot"><div class="wrap">No figure is shown here that nobody can name the source of.</div></footer>`,
  });
}

/** Every right in words, those that few roles hold first: they say what a role is about. */
function rightsInWords(desks: readonly Desk[], permissions: readonly Permission[]): ReadonlyMap<string, string> {
  const holders = (name: string): number => desks.filter((desk) => name in desk.permissions).length;
  const rare = permissions.toSorted((one, other) => holders(one.name) - holders(other.name));
  return new Map(rare.map(({ name, says }) => [name, says]));
}

function roleCard({ title, permissions }: Desk, says: ReadonlyMap<string, string>): Html {
  const rights = [...says].flatMap(([name, words]) => (name in permissions ? words : []));
  const more = rights.length - shownRights;
  return html`<li class="card"><h3>${title}</h3>
<ul class="list soft">${rights.slice(0, shownRights).map((right) => html`<li>${right}</li>`)}${more > 0 && html`<li>and ${more} more</li>`}</ul>
<dl class="facts end"><dt>Pay</dt><dd><span class="unknown">No honest figure yet</span></dd><dt>Openings</dt><dd><span class="unknown">None listed yet</span></dd></dl></li>`;
}
