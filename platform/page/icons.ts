import { type Html, html } from './html.ts';

/** The few lucide icons (ISC) that public pages draw; a name that is not here is drawn as a message. */
const shapes: Readonly<Record<string, Html>> = {
  mail: html`<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>`,
  phone: html`<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/>`,
  message: html`<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/>`,
  clock: html`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,
};

/** An icon in its soft square; the words beside it say the same. */
export function glyph(name: string): Html {
  return html`<span class="glyph" aria-hidden="true"><svg viewBox="0 0 24 24">${shapes[name] ?? shapes['message']}</svg></span>`;
}
