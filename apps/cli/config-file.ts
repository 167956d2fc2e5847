import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument, stringify } from 'yaml';
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

/** Applies a file, or says what it would do. */
export function applyConfigFile(server: Server, file: string, dryRun: boolean): Promise<ReplyOf<typeof applyConfig>> {
  return ask(server, 'POST', { config: readYaml(file), dryRun });
}

/** What became of each thing, a line each; what stays as it is only counted. */
export function inWords({ applied, changes, notInFile }: ReplyOf<typeof applyConfig>): string[] {
  const signs = { made: '+', changed: '~', refused: '✗' } as const;
  const lines = changes.flatMap((change) =>
    change.outcome === 'same' ? [] : [`${signs[change.outcome]} ${change.part}: ${change.name}${detailOf(change)}`],
  );
  const stays = notInFile.map(({ part, name }) => `  ${part}: ${name} is not in the file and stays`);
  const same = changes.filter(({ outcome }) => outcome === 'same').length;
  const isRefused = changes.some(({ outcome }) => outcome === 'refused');
  const unkept = isRefused ? 'Nothing was applied.' : 'Nothing was changed: this was a dry run.';
  const end = applied ? 'Applied.' : unkept;
  return [...lines, ...stays, '', `${same} as they were. ${end}`];
}

function detailOf({ fields, why }: ConfigChange): string {
  if (why !== null) return `\n    ${why}`;
  return fields
    .map(({ field, before, after }) => `\n    ${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
    .join('');
}

function readYaml(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigFileError(`There is no ${file}.`);
  }
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new ConfigFileError(`${file} cannot be read. ${error.message}`);
  return document.toJS({ maxAliasCount: 100 }) ?? {};
}

async function ask<T>({ url, key }: Server, method: string, body?: unknown): Promise<T> {
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
  const fields = (said.fields ?? []).map((one) => `\n  ${one.path}: ${one.message}`).join('');
  throw new ConfigFileError(`${said.title ?? reply.statusText}${said.detail ? `. ${said.detail}` : ''}${fields}`);
}
