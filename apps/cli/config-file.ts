import { readFileSync, writeFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument, stringify } from 'yaml';
import type { applyConfig, ConfigChange, readConfig } from '#domains/config/contract';
import type { ReplyOf } from '#platform/contract';

/** Where the server is, and the key to speak to it with. */
export interface Server {
  readonly url: string;
  readonly key: string;
}

/** What could not be done, in words for the person who typed. */
export class ConfigFileError extends Error {}

/** Writes the set-up of a workspace to a file; answers how many things are in it. */
export async function exportConfig(server: Server, file: string): Promise<number> {
  const { parts, config } = await ask<ReplyOf<typeof readConfig>>(server, 'GET');
  const written = parts
    .filter(({ name }) => config[name])
    .map(({ name, says }) => `# ${says}\n${stringify({ [name]: config[name] })}`);
  try {
    writeFileSync(file, written.join('\n'), { flag: 'wx' });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
    throw new ConfigFileError(`${file} exists already. Choose another name, or move it away.`);
  }
  return Object.values(config).reduce((sum, things) => sum + things.length, 0);
}

/** What became of a file, and where in it something stands. */
export interface Applied extends ReplyOf<typeof applyConfig> {
  /** `setup.yaml:12`: the line of a thing by its part and place. */
  placeOf(part: string, at: number): string;
}

/** Applies a file, or says what it would do. */
export async function applyConfigFile(server: Server, file: string, dryRun: boolean): Promise<Applied> {
  const { config, placeOf } = readYaml(file);
  const reply = await ask<ReplyOf<typeof applyConfig>>(server, 'POST', { config, dryRun }, placeOf);
  return { ...reply, placeOf: (part, at) => placeOf([part, at]) };
}

/** What became of each thing, a line each; what stays as it is only counted. */
export function inWords({ applied, changes, notInFile, waiting, placeOf }: Applied): string[] {
  const signs = { made: '+', changed: '~', refused: '✗' } as const;
  const lines = changes.flatMap((change) =>
    change.outcome === 'same'
      ? []
      : [`${signs[change.outcome]} ${change.part}: ${change.name}${detailOf(change, placeOf)}`],
  );
  const stays = notInFile.map(({ part, name }) => `  ${part}: ${name} is not in the file and stays`);
  const same = changes.filter(({ outcome }) => outcome === 'same').length;
  const isRefused = changes.some(({ outcome }) => outcome === 'refused');
  const unkept = isRefused ? 'Nothing was applied.' : 'Nothing was changed: this was a dry run.';
  const end = applied ? 'Applied.' : unkept;
  const toType = waiting.map(({ part, name, says }) => `! ${part}: ${name}. ${says}`);
  return [...lines, ...stays, ...toType, '', `${same} as they were. ${end}`];
}

function detailOf({ part, at, fields, why }: ConfigChange, placeOf: Applied['placeOf']): string {
  if (why !== null) return `\n    ${placeOf(part, at)}: ${why}`;
  return fields
    .map(({ field, before, after }) => `\n    ${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
    .join('');
}

/** Reads a file; where it holds nothing that can be read, its lines are named. */
function readYaml(file: string): { readonly config: unknown; placeOf(path: readonly (string | number)[]): string } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigFileError(`There is no ${file}.`);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [error] = document.errors;
  if (error) throw new ConfigFileError(`${file} cannot be read. ${error.message}`);
  const placeOf = (path: readonly (string | number)[]): string => {
    const start = startOf(document, path);
    return start === null ? file : `${file}:${lineCounter.linePos(start).line}`;
  };
  return { config: document.toJS({ maxAliasCount: 100 }) ?? {}, placeOf };
}

/** Where something begins in the text; of what is not there, where that begins which would hold it. */
function startOf(document: Document, path: readonly (string | number)[]): number | null {
  const node = document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length > 0 ? startOf(document, path.slice(0, -1)) : null;
}

async function ask<T>(
  { url, key }: Server,
  method: string,
  body?: unknown,
  placeOf?: (path: readonly (string | number)[]) => string,
): Promise<T> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const to = new URL('/api/config', url);
  const reply = await fetch(to, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }).catch(
    (error: Error) => {
      throw new ConfigFileError(
        `${to.origin} cannot be reached (${(error.cause as Error | undefined)?.message ?? error.message}).`,
      );
    },
  );
  const said = (await reply.json().catch(() => ({}))) as T & {
    title?: string;
    detail?: string;
    fields?: { path: string; message: string }[];
  };
  if (reply.ok) return said;
  const fields = (said.fields ?? []).map(({ path, message }) => {
    const within = path.startsWith('body.config.') ? path.slice('body.config.'.length) : null;
    const place = within === null ? '' : `${placeOf?.(within.split('.').map(wordOrPlace)) ?? ''}: `;
    return `\n  ${place}${within ?? path}: ${message}`;
  });
  throw new ConfigFileError(
    `${said.title ?? reply.statusText}${said.detail ? `. ${said.detail}` : ''}${fields.join('')}`,
  );
}

function wordOrPlace(word: string): string | number {
  return /^\d+$/.test(word) ? Number(word) : word;
}
