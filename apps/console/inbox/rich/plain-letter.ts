/** Formatted words as plain lines, for the plain part of a mail: lists with their signs, quotes with theirs, links whole. */
export function plainLetter(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return linesOf(body)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function linesOf(element: Element): string[] {
  const lines: string[] = [];
  let open = '';
  let isOpen = false;
  const end = (): void => {
    if (isOpen) lines.push(open);
    open = '';
    isOpen = false;
  };
  const add = (text: string): void => {
    open += text;
    isOpen = true;
  };
  for (const node of element.childNodes) {
    if (!(node instanceof Element)) add(node.textContent ?? '');
    else if (node.localName === 'br') {
      isOpen = true;
      end();
    } else if (blocks.has(node.localName)) {
      end();
      lines.push(...blockOf(node));
    } else {
      const [first = '', ...rest] = inlineOf(node);
      add(first);
      for (const line of rest) {
        end();
        add(line);
      }
    }
  }
  end();
  return lines;
}

const blocks = new Set(['div', 'p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

function blockOf(element: Element): string[] {
  const name = element.localName;
  if (name === 'blockquote') return linesOf(element).map((line) => `> ${line}`);
  if (name === 'pre') return (element.textContent ?? '').split('\n');
  if (name !== 'ul' && name !== 'ol') {
    const lines = linesOf(element);
    return lines.length === 0 ? [''] : lines;
  }
  const begin = Number(element.getAttribute('start') ?? 1);
  return [...element.children].flatMap((item, index) => {
    const sign = name === 'ul' ? '- ' : `${begin + index}. `;
    return linesOf(item).map((line, at) => (at === 0 ? sign : ' '.repeat(sign.length)) + line);
  });
}

function inlineOf(element: Element): string[] {
  if (element.localName === 'img') return [`[${element.getAttribute('alt') || '…'}]`];
  const lines = linesOf(element);
  const href = element.localName === 'a' ? (element.getAttribute('href') ?? '') : '';
  const said = lines.join(' ').trim();
  const address = href.replace(/^(mailto|tel):/u, '');
  if (href === '' || said === address || said === href.replace(/^https?:\/\/|\/$/gu, '')) return lines;
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''} (${address})`];
}
