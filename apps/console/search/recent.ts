const keyFor = (teammateId: string): string => `rapport.searches.${teammateId}`;
/** Most searches that are remembered, and the longest. */
const mostKept = 8;
const longest = 200;

/** What this teammate searched for lately on this device, the latest first. */
export function recentSearches(teammateId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyFor(teammateId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, mostKept) : [];
  } catch {
    return [];
  }
}

/** Remembers a search that led somewhere. */
export function rememberSearch(teammateId: string, text: string): void {
  const typed = text.trim().slice(0, longest);
  if (typed === '') return;
  const kept = [typed, ...recentSearches(teammateId).filter((one) => one !== typed)].slice(0, mostKept);
  localStorage.setItem(keyFor(teammateId), JSON.stringify(kept));
}

/** Forgets them all. */
export function forgetSearches(teammateId: string): void {
  localStorage.removeItem(keyFor(teammateId));
}
