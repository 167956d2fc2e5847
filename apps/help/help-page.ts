import type { Brand, Way } from '#domains/brands';
import type { HoursInWords } from '#domains/calendars';
import { type Html, glyph, html, initialOf, page, wayCards } from '#platform/page';

/** What the help page of a brand shows: facts of this workspace, and nothing that is not there yet. */
export interface HelpFacts {
  readonly brand: Brand;
  readonly ways: readonly Way[];
  readonly hours: HoursInWords;
}

/** The public help page of a brand: how to reach a person, and when somebody is there. */
export function helpPage({ brand, ways, hours }: HelpFacts): string {
  return page({
    title: `Help · ${brand.name}`,
    // the words are ours and English; names people gave say their own direction
    lang: 'en',
    hue: brand.hue,
    description: `How to reach ${brand.name}, and when somebody is there.`,
    body: html`<a class="skip" href="#main">To the content</a>
<header class="top"><div class="wrap"><span class="name"><span class="initial" aria-hidden="true">${initialOf(brand.name)}</span><b dir="auto">${brand.name}</b></span><span class="soft">Help</span></div></header>
<main id="main"><div class="hero center"><div class="wrap"><h1>How can we help?</h1><p>A person answers. ${hours.now}.</p></div></div>
<div class="wrap">
<div class="cols"><section aria-labelledby="reach"><h2 id="reach">Talk to a person</h2>${reach(ways, hours)}</section>
<section aria-labelledby="hours"><h2 id="hours">When we are here</h2>${openingHours(hours)}</section>
</div><section aria-labelledby="articles"><h2 id="articles">Articles</h2><p class="note">There are no articles here yet. Until there are, ask us: no question is too small.</p></section>
</div></main>
<footer class="foot"><div class="wrap">Served with Rapport</div></footer>`,
  });
}

/** The page for an address that is no brand's. */
export function noHelpPage(): string {
  return page({
    title: 'Help',
    lang: 'en',
    isHidden: true,
    body: html`<main><div class="wrap"><h1>There is no help page here</h1><p class="soft">Check the address: it ends with the name of the brand, as in /help/fernhill.</p></div></main>`,
  });
}

function reach(ways: readonly Way[], hours: HoursInWords): Html {
  if (ways.length === 0) return html`<p class="note">No way to reach us is open yet.</p>`;
  return wayCards(
    ways.map((way) => ({
      ...way,
      says: way.isLive ? `${hours.now}.` : 'Write any time; a person reads it in the hours below.',
    })),
  );
}

function openingHours({ isOpen, now, week, zone }: HoursInWords): Html {
  return html`<div class="card">${glyph('clock')}<p><span class="chip${isOpen ? ' good' : ''}">${now}</span></p>
<dl class="facts">${week.map(({ days, hours }) => html`<dt>${days}</dt><dd>${hours}</dd>`)}</dl>
<p class="small">Times are those of ${zone}. Days that differ, such as holidays, count in the line above.</p></div>`;
}
