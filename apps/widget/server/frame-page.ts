import type { Brand, Way } from '#domains/brands';
import type { HoursInWords } from '#domains/calendars';
import { html, page, wayCards } from '#platform/page';

/** What stands in the widget of a brand on somebody's own site: the ways to a person, and that there is no chat where there is none. */
export function framePage(facts: { brand: Brand; ways: readonly Way[]; hours: HoursInWords } | null): string {
  if (!facts) {
    return page({
      title: 'Help',
      lang: 'en',
      isHidden: true,
      script: frameScript,
      body: html`<main class="frame"><div class="wrap"><h1>There is nobody here</h1><p class="soft">The address of this widget names no brand.</p></div></main>`,
    });
  }
  const { brand, ways, hours } = facts;
  return page({
    title: `Help · ${brand.name}`,
    lang: 'en',
    hue: brand.hue,
    isHidden: true,
    script: frameScript,
    body: html`<div class="frame">
<header class="hero"><div class="wrap"><h1 dir="auto">${brand.name}</h1><p>A person answers. ${hours.now}.</p></div><button class="shut" type="button" aria-label="Close" hidden>×</button></header>
<main><div class="wrap"><section aria-labelledby="reach"><h2 id="reach">Talk to a person</h2>${
      ways.length === 0
        ? html`<p class="note">No way to reach us is open yet.</p>`
        : wayCards(ways.map((way) => ({ ...way, says: way.isLive ? `${hours.now}.` : 'Write any time.' })))
    }</section>
<p class="small">${ways.some(({ isLive }) => isLive) ? null : 'There is no chat here yet. '}Times are those of ${hours.zone}.</p></div></main></div>`,
  });
}

/** Closes by Esc and by its button: it can only ask the page around it. */
export const frameScript = '/widget/frame.js';
