import { DomUtils, parseDocument } from 'htmlparser2';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Longest that a search engine shows of a description, and the shortest that says anything. */
const description = { least: 20, most: 320 };

/**
 * What a page audit finds wrong with a page as it was sent: its head, its headings, its pictures, scripts that hold it up,
 * names of links and fields. In words, one a fault; contrast and sizes are a browser's to see.
 */
export function faultsOf(text: string): string[] {
  const tree = parseDocument(text);
  const all = (name: string): Element[] => DomUtils.getElementsByTagName(name, tree, true);
  return [
    ...headFaults(text, all),
    ...headingFaults(all),
    ...all('img').flatMap(({ attribs }) =>
      attribs['width'] && attribs['height'] && attribs['alt'] !== undefined
        ? []
        : [`a picture without sizes or words: ${attribs['src']}`],
    ),
    ...all('script').flatMap(({ attribs }) =>
      attribs['type'] === 'application/ld+json' || 'defer' in attribs || 'async' in attribs
        ? []
        : [`a script holds the page up: ${attribs['src'] ?? 'inline'}`],
    ),
    ...all('a').flatMap((link) => (nameOf(link) ? [] : [`a link without a name: ${link.attribs['href']}`])),
    ...fieldFaults(all),
    ...doubleIds(all('*')),
  ];
}

function headFaults(text: string, all: (name: string) => Element[]): string[] {
  const meta = (name: string): string | undefined =>
    all('meta').find(({ attribs }) => attribs['name'] === name)?.attribs['content'];
  const links = all('link').map(({ attribs }) => attribs);
  const said = meta('description') ?? '';
  const isHidden = meta('robots')?.includes('noindex') ?? false;
  const [title] = all('title').map((one) => DomUtils.textContent(one));
  return [
    !text.startsWith('<!doctype html>') && 'no doctype',
    !all('html')[0]?.attribs['lang'] && 'no language',
    !meta('viewport')?.includes('width=device-width') && 'no viewport',
    !title?.trim() && 'no title',
    !isHidden && said.length < description.least && `a description of ${said.length} characters`,
    said.length > description.most && `a description of ${said.length} characters`,
    !isHidden && links.filter(({ rel }) => rel === 'canonical').length !== 1 && 'no canonical address',
    !isHidden && links.filter(({ hreflang }) => hreflang).length < 3 && 'not every language is named',
    all('main').length !== 1 && 'not one main part',
  ].filter((fault) => typeof fault === 'string');
}

/** One h1, and no level left out on the way down. */
function headingFaults(all: (name: string) => Element[]): string[] {
  const levels = all('*')
    .filter(({ name }) => /^h[1-6]$/.test(name))
    .map(({ name }) => Number(name.slice(1)));
  const first = levels.filter((level) => level === 1).length;
  const skips = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
  return [...(first === 1 ? [] : [`${first} first headings`]), ...skips.map((level) => `h${level} stands too deep`)];
}

function fieldFaults(all: (name: string) => Element[]): string[] {
  const labelled = new Set(all('label').map(({ attribs }) => attribs['for']));
  const fields = ['input', 'select', 'textarea'].flatMap(all).filter(({ attribs }) => attribs['type'] !== 'hidden');
  return fields
    .filter((field) => !labelled.has(field.attribs['id']) && !field.attribs['aria-label'] && !isInside(field, 'label'))
    .map(({ attribs }) => `a field without a label: ${attribs['name']}`);
}

function doubleIds(elements: readonly Element[]): string[] {
  const ids = elements.flatMap(({ attribs }) => attribs['id'] ?? []);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `the id ${id} stands twice`);
}

function nameOf(link: Element): string {
  return (link.attribs['aria-label'] ?? DomUtils.textContent(link)).trim();
}

function isInside(element: Element, name: string): boolean {
  let above = element.parent;
  while (above && 'name' in above) {
    if (above.name === name) return true;
    above = above.parent;
  }
  return false;
}
