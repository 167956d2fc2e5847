/** A role whose whole name stands in a title; the longest where several do. Null where none does: nothing is guessed. */
export function roleNamed(
  title: string,
  roles: readonly { readonly key: string; readonly name: string }[],
  titles: readonly { readonly role: string; readonly title: string }[],
): string | null {
  const said = plain(title);
  const names = [
    ...roles.map(({ key, name }) => ({ role: key, name: plain(name) })),
    ...titles.map(({ role, title: name }) => ({ role, name: plain(name) })),
  ];
  const found = names.filter(({ name }) => ` ${said} `.includes(` ${name} `));
  return found.toSorted((one, other) => other.name.length - one.name.length)[0]?.role ?? null;
}

/** The place of the catalogue in a country, written as two letters or by its name. */
export function placeNamed(
  country: string | null,
  places: readonly { readonly key: string; readonly name: string; readonly country: string }[],
): string | null {
  if (country === null) return null;
  const said = plain(country);
  return places.find((one) => plain(one.country) === said || plain(one.name) === said)?.key ?? null;
}

/** Small letters, and one space between words. "Center" and "centre" are one word. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll('center', 'centre')
    .trim();
}
