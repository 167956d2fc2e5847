/** A file that another product finds in a mail. */
export interface ExpectedFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

/** What one of its files says: the few scalars of the top level, and the attachments; null where it says nothing of them. */
export interface Expected {
  readonly fields: Readonly<Record<string, string>>;
  readonly attachments: readonly ExpectedFile[] | null;
}

/** Reads as much YAML as these files hold; a whole reader would be a dependency for a measurement. */
export function readExpected(yaml: string): Expected {
  const lines = yaml.split('\n');
  const fields: Record<string, string> = {};
  for (let i = 0; i < lines.length; i += 1) {
    const match = /^:?(from_email|from_display_name|subject): (.*)$/.exec(lines[i] ?? '');
    if (match) fields[match[1] ?? ''] = scalar(lines, i, match[2] ?? '');
  }
  const from = lines.findIndex((line) => /^:?attachments:/.test(line));
  return { fields, attachments: from < 0 ? null : filesFrom(lines, from + 1) };
}

/** A scalar and the lines it runs on into. */
function scalar(lines: readonly string[], at: number, first: string): string {
  let value = first.trim();
  for (let i = at + 1; /^ {2}/.test(lines[i] ?? ''); i += 1) {
    const next = (lines[i] ?? '').trim();
    value = value.endsWith('\\') ? `${value.slice(0, -1)}${next.replace(/^\\/, '')}` : `${value} ${next}`;
  }
  return unquote(value);
}

function unquote(value: string): string {
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  if (!value.startsWith('"')) return value;
  const json = value.replace(/\\ /g, ' ').replace(/\\x([0-9A-F]{2})/g, '\\u00$1');
  return JSON.parse(json) as string;
}

function filesFrom(lines: readonly string[], at: number): ExpectedFile[] {
  const files: { name: string; bytes: Uint8Array | null }[] = [];
  for (let i = at; i < lines.length && /^[- ]/.test(lines[i] ?? ''); i += 1) {
    const line = lines[i] ?? '';
    if (line.startsWith('- ')) files.push({ name: '', bytes: null });
    const file = files.at(-1);
    const name = /^ {2}filename: (.*)$/.exec(line)?.[1];
    if (file && name !== undefined) file.name = unquote(name.trim());
    if (file && /^ {2}data: !binary/.test(line)) file.bytes = binaryFrom(lines, i + 1);
  }
  return files;
}

function binaryFrom(lines: readonly string[], at: number): Uint8Array {
  let base64 = '';
  for (let i = at; /^ {4}/.test(lines[i] ?? ''); i += 1) base64 += (lines[i] ?? '').trim();
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
