/** Measures of the frame's own style: 14 px text of 1.5 lines. */
const lineHeightPx = 21;
const letterPx = 6.7;
const paragraphGapPx = 14;
const insetPx = 40;
const unknownPicturePx = 120;
const foldedQuotePx = 30;
const leastPx = 56;

const blocks = new Set(
  'address article blockquote center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
const spaced = new Set(['p', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'dl', 'figure']);

/**
 * About how high a mail will be, from its markup alone: it is read as an inert document that loads and runs nothing.
 * Rows of a table count as their highest cell; a folded quote as one line.
 */
export function estimateHeight(html: string, widthPx: number): number {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return Math.max(leastPx, Math.ceil(heightOf(body, Math.max(120, widthPx - insetPx)) + insetPx));
}

function heightOf(element: Element, widthPx: number): number {
  const name = element.localName;
  if (name === 'details') return foldedQuotePx;
  if (name === 'tr') {
    const cells = [...element.children];
    const share = widthPx / Math.max(1, cells.length);
    return Math.max(lineHeightPx, ...cells.map((cell) => heightOf(cell, share))) + 4;
  }
  let heightPx = 0;
  let letters = 0;
  const endLine = (): void => {
    heightPx += Math.ceil((letters * letterPx) / widthPx) * lineHeightPx;
    letters = 0;
  };
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      letters += (node.textContent ?? '').replaceAll(/\s+/g, ' ').length;
    } else if (node instanceof Element) {
      const inner = node.localName;
      if (inner === 'br') {
        if (letters === 0) heightPx += lineHeightPx;
        endLine();
      } else if (inner === 'img') {
        endLine();
        heightPx += pictureOf(node, widthPx);
      } else if (blocks.has(inner) || node.querySelector('p,div,table,img,br') !== null || inner === 'details') {
        endLine();
        heightPx += heightOf(node, widthPx) + (spaced.has(inner) ? paragraphGapPx : 0);
      } else if (inner !== 'style' && inner !== 'summary') {
        letters += (node.textContent ?? '').length;
      }
    }
  }
  endLine();
  return heightPx;
}

function pictureOf(picture: Element, widthPx: number): number {
  const high = Number.parseInt(picture.getAttribute('height') ?? '', 10);
  const wide = Number.parseInt(picture.getAttribute('width') ?? '', 10);
  // A blocked one is its alternative text alone.
  if (picture.hasAttribute('data-remote-src') || !picture.hasAttribute('src')) return Math.min(high || 0, lineHeightPx);
  if (high > 0 && wide > widthPx) return (high * widthPx) / wide;
  return high > 0 ? high : unknownPicturePx;
}
