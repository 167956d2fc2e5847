import { isDeepStrictEqual } from 'node:util';
import type { ReplyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Asker, ConfigPart, Tools } from '#platform/domain';
import { invalidInput, isRefusal } from '#platform/problem';
import { type applyConfig as route, configApplied, type ConfigChange, type ConfigFile } from './contract.ts';
import { partsFor } from './read-config.ts';

type Thing = Readonly<Record<string, unknown>>;
type Result = ReplyOf<typeof route>;

/** Thrown at the end of what was only tried, or refused: all of it is taken back. */
class TakenBack extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super('Nothing of the file was kept.');
    this.result = result;
  }
}

/** Brings the set-up to what a file says, in one transaction: all of it, or nothing where one thing is refused. */
export async function applyConfig(
  tools: Tools,
  given: { readonly config: ConfigFile; readonly dryRun: boolean },
  asker: Asker,
): Promise<Result> {
  try {
    return await tools.transact({ ...asker, via: 'import' }, async (ctx) => {
      const result = await applyParts(ctx, given.config);
      const isRefused = result.changes.some(({ outcome }) => outcome === 'refused');
      if (given.dryRun || isRefused) throw new TakenBack(result);
      tell(ctx, result.changes);
      return { ...result, applied: true };
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result;
    throw error;
  }
}

async function applyParts(ctx: Ctx, file: ConfigFile): Promise<Result> {
  const parts = partsFor(ctx);
  refuseUnknown(file, parts);
  const changes: ConfigChange[] = [];
  const notInFile: Result['notInFile'] = [];
  for (const part of parts) {
    const asked = file[part.name];
    if (!asked) continue;
    const there = new Map((await part.read(ctx)).map((thing) => [part.keyOf(thing), thing as Thing]));
    const seen = new Set<string>();
    for (const thing of asked) changes.push(await applyOne(ctx, part, thing, there, seen));
    for (const name of there.keys()) if (!seen.has(name)) notInFile.push({ part: part.name, name });
  }
  return { applied: false, changes, notInFile };
}

function refuseUnknown(file: ConfigFile, parts: readonly ConfigPart[]): void {
  const unknown = Object.keys(file).filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length === 0) return;
  const known = parts.map(({ name }) => name).join(', ');
  const message = `There is no such part, or you may not change it. Parts are: ${known}.`;
  throw invalidInput({ fields: unknown.map((name) => ({ path: `config.${name}`, message })) });
}

/** One thing: as it is already, made, changed, or refused with the reason. */
async function applyOne(
  ctx: Ctx,
  part: ConfigPart,
  asked: Thing,
  there: ReadonlyMap<string, Thing>,
  seen: Set<string>,
): Promise<ConfigChange> {
  const parsed = part.item.safeParse(asked);
  if (!parsed.success) {
    const why = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; ');
    return { part: part.name, name: nameOf(asked), outcome: 'refused', fields: [], why };
  }
  const item = parsed.data as Thing;
  const name = part.keyOf(item);
  const about = { part: part.name, name, fields: [], why: null };
  if (seen.has(name)) return { ...about, outcome: 'refused', why: 'It is in the file twice.' };
  seen.add(name);
  const before = there.get(name);
  const fields = before === undefined ? [] : differences(before, item);
  if (before !== undefined && fields.length === 0) return { ...about, outcome: 'same' };
  try {
    await part.write(ctx, item, before);
    return { ...about, fields, outcome: before === undefined ? 'made' : 'changed' };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { message, detail, help } = error;
    return { ...about, fields, outcome: 'refused', why: [message, detail, help].filter(Boolean).join('. ') };
  }
}

function differences(before: Thing, after: Thing): ConfigChange['fields'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** What a thing that cannot be read is called in the report. */
function nameOf(thing: Thing): string {
  return String(thing['name'] ?? thing['address'] ?? JSON.stringify(thing)).slice(0, 200);
}

function tell(ctx: Ctx, changes: readonly ConfigChange[]): void {
  const count = (outcome: ConfigChange['outcome']): number => changes.filter((one) => one.outcome === outcome).length;
  const [made, changed] = [count('made'), count('changed')];
  if (made + changed === 0) return;
  const id = newId();
  ctx.emit(configApplied, id, { made, changed });
  ctx.audit({ action: 'config.applied', objectKind: 'config', objectId: id, after: { made, changed } });
}
