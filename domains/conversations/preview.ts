/** Longest last line of a list row, in characters. */
const previewLimit = 180;

/** The first words of a message on one line, as a list shows them. */
export function preview(text: string): string {
  const line = text
    .slice(0, previewLimit * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > previewLimit
    ? `${[...line]
        .slice(0, previewLimit - 1)
        .join('')
        .trimEnd()}…`.slice(0, 200)
    : line;
}
