import sanitize from 'sanitize-html';

/** A longer body is cut before cleaning: cleaning costs some 0.3 ms per kilobyte. The raw source keeps the rest. */
export const MAX_SAFE_HTML_CHARACTERS = 1024 * 1024;

/** How images are to be shown. */
export type SafeHtmlOptions = {
  /** The address of an inline image by its content id, or null when the mail has none such. */
  cidUrl: (contentId: string) => string | null;
  /** `blocked`: remote images wait for a click as `data-remote-src`. */
  remoteImages: 'blocked' | 'shown';
};

/** Cleaned markup, with what the reader should be told. */
export type SafeHtml = { html: string; blockedImages: number; isCut: boolean };

const LENGTH = /^-?\d{1,4}(\.\d{1,3})?(px|pt|em|rem|ex|%|in|cm|mm|ch)?$/;
const LENGTHS = /^(-?\d{1,4}(\.\d{1,3})?(px|pt|em|rem|%)?|auto)( (-?\d{1,4}(\.\d{1,3})?(px|pt|em|rem|%)?|auto)){0,3}$/;
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,30}|(rgb|hsl)a?\([\d\s.,%/]{1,60}\))$/i;
const BORDER = /^[\w\s#.,()%-]{1,80}$/;
/** Every value is matched whole; none can hold url(), expression() or a position. */
const STYLES = {
  color: [COLOUR],
  'background-color': [COLOUR],
  'font-size': [LENGTH, /^(x{1,2}-)?(small|large)(er)?$|^medium$/],
  'font-family': [/^[\w\s,'"-]{1,200}$/],
  'font-weight': [/^(bold|bolder|lighter|normal|[1-9]00)$/],
  'font-style': [/^(italic|oblique|normal)$/],
  'text-align': [/^(left|right|center|justify|start|end)$/],
  'text-decoration': [/^(underline|line-through|none|overline)$/],
  'text-indent': [LENGTH],
  'vertical-align': [/^(top|middle|bottom|baseline|sub|super)$/],
  'white-space': [/^(pre|pre-wrap|nowrap|normal|pre-line)$/],
  'line-height': [LENGTH, /^normal$/],
  'list-style-type': [/^[a-z-]{1,30}$/],
  direction: [/^(ltr|rtl)$/],
  width: [LENGTH],
  'max-width': [LENGTH],
  height: [LENGTH],
  margin: [LENGTHS],
  padding: [LENGTHS],
  border: [BORDER],
  'border-collapse': [/^(collapse|separate)$/],
  ...Object.fromEntries(
    ['top', 'right', 'bottom', 'left'].flatMap((side) => [
      [`margin-${side}`, [LENGTH]],
      [`padding-${side}`, [LENGTH]],
      [`border-${side}`, [BORDER]],
    ]),
  ),
};
const TAGS =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  );
const CELL = ['align', 'valign', 'width', 'height', 'bgcolor', 'colspan', 'rowspan', 'nowrap'];

/**
 * Markup of a stranger, made safe to show in a sandboxed frame: a strict list of tags, attributes and style values;
 * no scripts, forms, frames, positions or remote loads; remote images become `data-remote-src` for a click to load.
 */
export function safeHtml(html: string, options: SafeHtmlOptions): SafeHtml {
  const isCut = html.length > MAX_SAFE_HTML_CHARACTERS;
  let blockedImages = 0;
  const clean = sanitize(flat(isCut ? html.slice(0, MAX_SAFE_HTML_CHARACTERS) : html), {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['style', 'dir', 'lang', 'title', 'align'],
      a: ['href', 'name', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'data-remote-src', 'data-missing'],
      font: ['color', 'face', 'size'],
      table: ['border', 'cellpadding', 'cellspacing', ...CELL],
      td: CELL,
      th: CELL,
      tr: CELL,
      col: ['span', 'width'],
      ol: ['start', 'type'],
      li: ['value'],
      time: ['datetime'],
    },
    allowedStyles: { '*': STYLES },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // Our own addresses for inline images may be relative; a mail's own are turned before this is asked.
    allowedSchemesByTag: { img: ['http', 'https', 'data', 'blob', 'cid'] },
    allowProtocolRelative: false,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'xml'],
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: safeLink(attribs) }),
      img: (tagName, attribs) => {
        const image = safeImage(attribs, options);
        if (image['data-remote-src'] !== undefined) blockedImages += 1;
        return { tagName, attribs: image };
      },
    },
  });
  return { html: clean, blockedImages, isCut };
}

/** Nesting this deep is an attack on the cleaner's stack: deeper tags are dropped, their text stays. */
const MAX_NESTING = 300;
const VOID = /^(br|hr|img|col|wbr|input|meta|link|area|base|source|track|embed|param)$/i;

function flat(html: string): string {
  if (html.split('<').length < MAX_NESTING) return html;
  let depth = 0;
  return html.replace(/<(\/?)([a-z][\w:-]{0,40})[^<>]{0,20000}>/gi, (tag, slash: string, name: string) => {
    if (VOID.test(name) || tag.endsWith('/>')) return tag;
    if (slash === '/') {
      depth = Math.max(0, depth - 1);
      return depth >= MAX_NESTING ? '' : tag;
    }
    depth += 1;
    // Unclosed <p>, <li>, <td> are common and close themselves; they must not count for ever.
    if (/^(p|li|td|tr|th|dt|dd|option)$/i.test(name)) depth -= 1;
    return depth > MAX_NESTING ? '' : tag;
  });
}

function safeLink(attribs: Record<string, string>): Record<string, string> {
  const { href, name, title } = attribs;
  const isOutside = href !== undefined && !href.startsWith('#');
  return {
    ...(href === undefined ? {} : { href: href.trim() }),
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title }),
    ...(attribs.style === undefined ? {} : { style: attribs.style }),
    ...(isOutside ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {}),
  };
}

function safeImage(attribs: Record<string, string>, options: SafeHtmlOptions): Record<string, string> {
  // What the mail says in our own attributes is not ours; srcset would load behind our back.
  const { src = '', srcset: _set, 'data-remote-src': _remote, 'data-missing': _missing, ...rest } = attribs;
  const address = src.trim();
  if (/^cid:/i.test(address)) {
    const url = options.cidUrl(decodeCid(address.slice(4)));
    return url === null ? { ...rest, 'data-missing': 'cid' } : { ...rest, src: url };
  }
  if (/^data:image\/(png|jpe?g|gif|webp|bmp);base64,/i.test(address)) return { ...rest, src: address };
  if (!/^(https?:)?\/\//i.test(address)) return rest;
  if (isPixel(attribs)) return rest;
  const absolute = address.startsWith('//') ? `https:${address}` : address;
  return options.remoteImages === 'shown' ? { ...rest, src: absolute } : { ...rest, 'data-remote-src': absolute };
}

/** A remote picture nobody can see is there to tell that the mail was read: it is never loaded. */
function isPixel({ width = '', height = '', style = '' }: Record<string, string>): boolean {
  const isTiny = (size: string): boolean => /^\s*[01](\.\d+)?(px)?\s*$/i.test(size);
  return (
    isTiny(width) || isTiny(height) || /(^|;)\s*(display\s*:\s*none|(max-)?(width|height)\s*:\s*[01]px)/i.test(style)
  );
}

function decodeCid(value: string): string {
  try {
    return decodeURIComponent(value).replace(/^<|>$/g, '');
  } catch {
    return value;
  }
}
