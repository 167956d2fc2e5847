import { type Html, html } from './html.ts';
import { glyph } from './icons.ts';

/** One way to reach a person, as a card. */
export interface WayCard {
  readonly title: string;
  readonly icon: string;
  /** The address as people read it. */
  readonly address: string;
  readonly href: string | null;
  /** What to expect of it. */
  readonly says: string;
}

/** Ways to reach a person: a card each, the whole card a link where a click does something. */
export function wayCards(ways: readonly WayCard[]): Html {
  return html`<ul class="cards ways">${ways.map(({ title, icon, address, href, says }) => {
    const inside = html`${glyph(icon)}<h3>${title}</h3>${address && html`<p><bdi>${address}</bdi></p>`}<p class="small">${says}</p>`;
    return html`<li>${href ? html`<a class="card" href="${href}">${inside}</a>` : html`<div class="card">${inside}</div>`}</li>`;
  })}</ul>`;
}
