/** A page that can be found by its address. */
export interface Addressed {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

/** Where a request leads: the page, and the parts of its address. */
export interface Found<P> {
  readonly page: P;
  readonly params: Readonly<Record<string, string>>;
}

/** The page of an address; a page that names its address in full stands before one with parts to fill in. */
export function findPage<P extends Addressed>(pages: readonly P[], method: string, path: string): Found<P> | null {
  const asked = partsOf(path);
  const byPlainness = pages.toSorted((one, other) => blanksOf(one.path) - blanksOf(other.path));
  for (const page of byPlainness) {
    if (page.method !== method) continue;
    const params = match(partsOf(page.path), asked);
    if (params) return { page, params };
  }
  return null;
}

function match(pattern: readonly string[], asked: readonly string[]): Record<string, string> | null {
  if (pattern.length !== asked.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = asked[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = given;
    else if (part !== given) return null;
  }
  return params;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function blanksOf(path: string): number {
  return partsOf(path).filter((part) => part.startsWith(':')).length;
}

/** The brand, the language and the page that an address below the site's own names: `at/lumo/es/places/jamaica`. */
export function readAddress(
  path: string,
  languages: readonly string[],
): { brand: string | null; lang: string | null; path: string } {
  const parts = partsOf(path).map(decoded);
  const brand = parts[0] === 'at' && parts[1] !== undefined ? parts[1] : null;
  const rest = brand === null ? parts : parts.slice(2);
  const lang = rest[0] !== undefined && languages.includes(rest[0]) ? rest[0] : null;
  return { brand, lang, path: `/${(lang === null ? rest : rest.slice(1)).join('/')}` };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
