import { DomUtils, parseDocument } from 'htmlparser2';
import { dayOf, plainLine, type Posting, webAddress } from './posting.ts';

type Node = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** The items of an RSS or Atom feed. */
export function feedItems(text: string): Element[] {
  const tree = parseDocument(text, { xmlMode: true });
  return DomUtils.getElementsByTagName((name) => name === 'item' || name === 'entry', tree, true);
}

/** A posting out of an item of RSS or an entry of Atom; null where it has no title, or no address of its own. */
export function fromItem(item: Element, page: string): Posting | null {
  const title = plainLine(textOf(item, 'title'));
  const url = webAddress(textOf(item, 'link') || linkOf(item), page);
  if (title === null || url === null) return null;
  return {
    ref: plainLine(textOf(item, 'guid') || textOf(item, 'id')) ?? url,
    title,
    employer: plainLine(textOf(item, 'dc:creator') || nameIn(item)),
    town: null,
    country: null,
    isRemote: false,
    postedOn: dayOf(textOf(item, 'pubDate') || textOf(item, 'published') || textOf(item, 'updated')),
    validThrough: null,
    url,
    pay: null,
  };
}

/** What stands in every `application/ld+json` of a page. */
export function linkedData(text: string): string[] {
  const page: Node = parseDocument(text);
  return DomUtils.getElementsByTagName('script', page, true)
    .filter((script) => /^application\/ld\+json\b/i.test(script.attribs['type'] ?? ''))
    .map((script) => DomUtils.textContent(script));
}

function textOf(item: Element, name: string): string {
  const [found] = DomUtils.getElementsByTagName(name, item, true, 1);
  return found ? DomUtils.textContent(found).trim() : '';
}

function linkOf(item: Element): string {
  const links = DomUtils.getElementsByTagName('link', item, true);
  const own = links.find(({ attribs }) => (attribs['rel'] ?? 'alternate') === 'alternate');
  return own?.attribs['href'] ?? '';
}

function nameIn(item: Element): string {
  const [author] = DomUtils.getElementsByTagName('author', item, true, 1);
  return author ? textOf(author, 'name') : '';
}
