/** Rows of "client | lines": ¶ stands for a line feed. */
export function rowsOf(text: string): (readonly [client: string, lead: string])[] {
  return linesOf(text).map((line) => {
    const at = line.indexOf(' | ');
    return [line.slice(0, at), line.slice(at + 3).replaceAll(' ¶ ', '\n')];
  });
}

export function linesOf(text: string): string[] {
  return text.trim().split('\n');
}
