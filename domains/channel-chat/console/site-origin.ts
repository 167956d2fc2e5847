/**
 * The website that somebody typed, as `https://www.example.com`: a plain host is completed, and the path that was copied
 * with it cut off. Null where no website can be read in it.
 */
export function siteOriginOf(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  // a browser may take spaces for a part of the host
  if (/\s/u.test(address) || !URL.canParse(address)) return null;
  const { origin, protocol } = new URL(address);
  // of any other kind, browsers name no origin
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
