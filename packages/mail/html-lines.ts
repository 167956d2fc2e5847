import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Node = Document['children'][number];

/** Beyond these a body is shown whole: no reader's letter looks like that, and the walk stays bounded. */
export const MAX_HTML_CHARACTERS = 2 * 1024 * 1024;
export const MAX_HTML_DEPTH = 400;

/** What the markup itself says about a line: inside a quote, or the first of an original. */
export type HtmlLine = { text: string; leaves: Node[]; isQuote: boolean; isOriginal: boolean; isSignature: boolean };

const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SILENT = new Set(['head', 'style', 'script', 'title', 'meta', 'link', 'template', 'noscript', 'base', 'xml']);
const SHOWN = new Set(['img', 'hr', 'video', 'audio', 'svg', 'canvas', 'input', 'object']);
/** Other hosts put their own mark before the class of a mail they show again. */
const PREFIX = '(?:x_|m_-?\\d{1,24}|ydp\\w{1,12})*';
const anyMark = (words: string) => new RegExp(`(^|\\s)${PREFIX}(${words})(\\s|$)`, 'i');
/** Classes and ids by which clients mark the original: everything in it, or from it on, is not the writer's. */
const QUOTE_MARK = anyMark(
  [
    'gmail_quote(_container)?|gmail_attr|gmail_extra_quote|nylas-quote|moz-cite-prefix|moz-forward-container|moz-email-headers-table',
    'yahoo_quoted|ymail_android_signature_quote|protonmail_quote|tutanota_quote|zmail_extra(_hr)?|zm_quote|airmail_(on|ext_on)|bloop_(original_html|markdown_quote)|sparrow_quote',
    'OutlookMessageHeader|divRplyFwdMsg|OLK_SRC_BODY_SECTION|ms-outlook-mobile-reference-message|mail-editor-reference-message(-container)?|reply-original',
    'isForwardContent|isReplyContent|ntes-\\w{2,12}-quote|ne-quoted-flag|WM_quote|qm_con_quote|qmquote|quoted_text|quoted_output_body|gwt-quote|AOLMsgPart\\w*|aolReplacedBody|mailcontent_quote',
    'front-blockquote|freshdesk_quote|zendesk-quote|gorgias_quote|missive_quote|helpscout_quote|hs_reply_quote|aqm-original-body|aqm-attr|_originalContent|_persistentHeader|mb_quote|ox-[0-9a-f]{10}-quote|cm_quote|edo_quoted|superhuman_quote',
  ].join('|'),
);
const ORIGINAL_MARK = anyMark(
  'divRplyFwdMsg|appendonsend|stopSpelling|zwchr|reply-intro|messageReplySection|replySplit|mail-editor-reference-message-container|x_divRplyFwdMsg|originbody|lineBreakAtBeginningOfMessage|_replyHeader',
);
const SIGNATURE_MARK = anyMark(
  'gmail_signature(_prefix)?|moz-signature|protonmail_signature_block(-user|-proton)?|Signature|AppleMailSignature|ms-outlook-mobile-signature|zm_signature|Zm-_Id_-Sgn|messageSignatureSection|composer_signature|yahoo-signature|tutanota_signature|bloop_sign|edo-signature|mail-signature|ntes-\\w{2,12}-signature|ymail_android_signature',
);
/** By attribute: Zimbra's divider, and the names GMX and web.de give. */
const QUOTE_NAME = /^(quote|quoted-content)$/;
const QUOTE_DATA = /^__(QUOTED_TEXT|HEADERS)__$/;
/** The thin line Outlook and Windows Mail draw above the original's header. */
const TOP_BORDER = /border-top(-style|-color|-width)?\s*:[^;]{0,80}(solid|rgb|#)/i;

/** A body as lines, each with the leaves (texts, images, rules) that draw it; null when it is beyond the bounds. */
export function htmlLines(html: string): { document: Document; lines: HtmlLine[] } | null {
  if (html.length > MAX_HTML_CHARACTERS || isTooDeep(html)) return null;
  const document = parseDocument(html, { decodeEntities: true });
  const lines: HtmlLine[] = [newLine()];
  const stack: Step[] = document.children
    .toReversed()
    .map((node) => ({ node, depth: 1, isQuote: false, isSignature: false }));
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (step.depth > MAX_HTML_DEPTH) return null;
    visit(step, lines, stack);
  }
  return { document, lines };
}

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements that the next of their kind closes. */
const CLOSES: Readonly<Record<string, RegExp>> = {
  p: /^p$/,
  li: /^li$/,
  option: /^option$/,
  td: /^t[dh]$/,
  th: /^t[dh]$/,
  tr: /^t[dhr]$/,
  dt: /^d[dt]$/,
  dd: /^d[dt]$/,
};

/** Asked before the parser is: each of its steps costs as much as the markup is deep. */
function isTooDeep(html: string): boolean {
  const open: string[] = [];
  const count = new Map<string, number>();
  const close = () => {
    const last = open.pop() ?? '';
    count.set(last, (count.get(last) ?? 1) - 1);
    return last;
  };
  for (const [, slash, written = ''] of html.matchAll(/<(\/?)([a-z][\w:-]{0,40})/gi)) {
    const name = written.toLowerCase();
    if (VOID.test(name)) continue;
    if (slash === '') {
      while (CLOSES[name]?.test(open.at(-1) ?? '')) close();
      count.set(name, (count.get(name) ?? 0) + 1);
      if (open.push(name) > MAX_HTML_DEPTH) return true;
    } else if ((count.get(name) ?? 0) > 0) {
      // closing one closes all that stand open in it
      while (close() !== name);
    }
  }
  return false;
}

type Step = { node: Node; depth: number; isQuote: boolean; isSignature: boolean; isClosing?: boolean };

function visit(step: Step, lines: HtmlLine[], stack: Step[]): void {
  const { node } = step;
  if (step.isClosing) return breakLine(lines);
  if (DomUtils.isText(node)) return addText(node, step, lines);
  if (!DomUtils.isTag(node) || SILENT.has(node.name)) return;
  const mark = `${node.attribs.class ?? ''} ${node.attribs.id ?? ''} ${node.attribs.name ?? ''}`;
  const isBlock = BLOCKS.has(node.name);
  if (isBlock) breakLine(lines);
  if (node.name === 'br') {
    current(lines).leaves.push(node);
    return lines.push(newLine()), undefined;
  }
  const isQuote = step.isQuote || isQuoteElement(node.name, mark, node.attribs);
  const isSignature = step.isSignature || SIGNATURE_MARK.test(mark) || node.attribs['data-signatureblock'] === 'true';
  if (
    ORIGINAL_MARK.test(mark) ||
    node.attribs['data-marker'] === '__HEADERS__' ||
    (isBlock && TOP_BORDER.test(node.attribs.style ?? ''))
  )
    current(lines).isOriginal = true;
  if (SHOWN.has(node.name)) {
    const line = current(lines);
    line.leaves.push(node);
    line.isQuote ||= isQuote;
    if (node.name === 'hr') line.text = '-----';
    if (node.name === 'hr') breakLine(lines);
    return;
  }
  if (isBlock) stack.push({ ...step, isClosing: true });
  for (const child of node.children.toReversed())
    stack.push({ node: child, depth: step.depth + 1, isQuote, isSignature });
}

function isQuoteElement(name: string, mark: string, attribs: Record<string, string>): boolean {
  if (QUOTE_MARK.test(mark) || /^cite$/i.test(attribs.type ?? '') || attribs.cite !== undefined) return true;
  if (QUOTE_NAME.test(attribs.name ?? '') || QUOTE_DATA.test(attribs['data-marker'] ?? '')) return true;
  return name === 'blockquote' && !isIndent(attribs.style ?? '');
}

/** What the button for indenting makes of a writer's own words in many editors: a blockquote that is drawn as none. */
function isIndent(style: string): boolean {
  return /border\s*:\s*(none|0)/i.test(style) && !/border-left\s*:\s*[^;]{0,40}(solid|\d\s*px)/i.test(style);
}

function addText(node: Node & { data: string }, step: Step, lines: HtmlLine[]): void {
  const line = current(lines);
  line.leaves.push(node);
  const text = node.data.replace(/[\s\u00a0]+/g, ' ');
  if (text.trim() !== '') {
    line.isQuote ||= step.isQuote;
    line.isSignature ||= step.isSignature;
  }
  line.text += text;
}

function newLine(): HtmlLine {
  return { text: '', leaves: [], isQuote: false, isOriginal: false, isSignature: false };
}

function current(lines: HtmlLine[]): HtmlLine {
  const last = lines.at(-1);
  if (last) return last;
  const line = newLine();
  lines.push(line);
  return line;
}

function breakLine(lines: HtmlLine[]): void {
  if (current(lines).text.trim() !== '' || current(lines).leaves.length > 0) {
    const isOnlyMark = current(lines).text.trim() === '' && current(lines).isOriginal;
    lines.push({ ...newLine(), isOriginal: isOnlyMark });
  }
}
