/** Markup that is safe to send: made by `html`, never by joining text. */
export interface Html {
  readonly html: string;
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

/** Markup from a template. What is put in is text and is escaped, unless `html` made it; nothing gives nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.map((part, index) => part + (index < values.length ? asMarkup(values[index]) : '')).join('') };
}

function asMarkup(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  if ('html' in value) return value.html;
  return value.map(asMarkup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

/** Facts for machines (schema.org) within a page. */
export function jsonFacts(facts: unknown): Html {
  return { html: `<script type="application/ld+json">${asScript(facts)}</script>` };
}

/** Facts for a script of the page itself, which finds them by their id. They are data and never run. */
export function jsonData(id: string, facts: unknown): Html {
  return { html: `<script type="application/json" id="${escape(id)}">${asScript(facts)}</script>` };
}

/** Nothing in it ends the script it stands in. */
function asScript(facts: unknown): string {
  return JSON.stringify(facts).replaceAll('<', '\\u003c');
}
