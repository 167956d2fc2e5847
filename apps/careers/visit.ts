import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { PublicBrand } from '#domains/brands';
import type { SiteVisit, Tools } from '#platform/domain';
import { problem } from '#platform/problem';
import { newHourly } from '#platform/often';

const formTooLarge = problem('careers/form-too-large', 413, 'This form is too large', 'Send a smaller file.');
const formUnreadable = problem('careers/form-unreadable', 400, 'This form could not be read', 'Send it again.');

/** Where on the site a visitor stands. */
export interface Place {
  readonly found: PublicBrand;
  /** The brand as the address names it; null for the first of the only workspace. */
  readonly brandPart: string | null;
  readonly lang: string;
  readonly params: Readonly<Record<string, string>>;
}

const standardFormLimitBytes = 100_000;
const isWithinHour = newHourly(() => Date.now());

/** What a page is given about the one who reads it. */
export function visitOf(tools: Tools, request: FastifyRequest, at: Place, formLimitBytes?: number): SiteVisit {
  const query = new URL(request.url, 'http://site').searchParams;
  const place = query.get('place') || null;
  const href: SiteVisit['href'] = (path, more = {}) => hrefOf(at.brandPart, at.lang, path, { place, ...more });
  return {
    tools,
    workspaceId: at.found.workspaceId,
    brand: at.found.brand,
    lang: at.lang,
    place,
    params: at.params,
    query,
    from: request.ip,
    isWithin: (what, timesAnHour) => isWithinHour(request.ip, what, timesAnHour),
    href,
    absolute: (path) => `${tools.config.publicUrl}${hrefOf(at.brandPart, at.lang, path, {})}`,
    form: () => readForm(request, formLimitBytes ?? standardFormLimitBytes),
  };
}

/** An address of the site: brand and language only where they are not the usual ones. */
export function hrefOf(
  brandPart: string | null,
  lang: string,
  path: string,
  query: Readonly<Record<string, string | null>>,
): string {
  const [plain = '/', hash] = path.split('#');
  const parts = ['/careers', brandPart === null ? '' : `/at/${encodeURIComponent(brandPart)}`];
  if (lang !== 'en') parts.push(`/${lang}`);
  parts.push(plain === '/' ? '' : plain);
  const asked = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null));
  return `${parts.join('')}${asked.size > 0 ? `?${asked}` : ''}${hash === undefined ? '' : `#${hash}`}`;
}

/** Reads a form, files included, and no more of it than the page takes. */
async function readForm(request: FastifyRequest, limitBytes: number): Promise<FormData> {
  const type = request.headers['content-type'] ?? '';
  if (!(request.body instanceof Readable)) throw formUnreadable();
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for await (const part of request.body) {
    const bytes = Buffer.from(part as Uint8Array);
    sizeBytes += bytes.length;
    if (sizeBytes > limitBytes) throw formTooLarge();
    parts.push(bytes);
  }
  try {
    return await new Response(Buffer.concat(parts), { headers: { 'content-type': type } }).formData();
  } catch {
    throw formUnreadable();
  }
}
