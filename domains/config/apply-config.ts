import { isDeepStrictEqual } from 'node:util';
import type { ReplyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Asker, ConfigPart, Tools } from '#platform/domain';
import { invalidInput, isRefusal } from '#platform/problem';
import { type applyConfig as route, configApplied, type ConfigChange, type ConfigFile } from './contract.ts';
import { hasNames, type Names, readNames } from './names.ts';
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
  const waiting: Result['waiting'] = [];
  const run: Run = { names: null };
  for (const part of parts) {
    const asked = file[part.name];
    if (!asked) continue;
    const there = new Map((await part.read(ctx)).map((thing) => [part.keyOf(thing), thing as Thing]));
    const seen = new Map<string, string>();
    const place = { part, there, asked, seen, run };
    // the standard ones first: a name that one of them gives up is free for another
    const order = [...asked.entries()].sort(
      ([, one], [, other]) => Number(isStandard(other)) - Number(isStandard(one)),
    );
    const applied: ConfigChange[] = [];
    for (const [at, thing] of order) applied.push(await applyOne(ctx, { ...place, at }, thing));
    changes.push(...applied.sort((one, other) => one.at - other.at));
    for (const [key, thing] of there) if (!seen.has(key)) notInFile.push({ part: part.name, name: nameOf(thing) });
    for (const { key, says } of (await part.waiting?.(ctx)) ?? []) {
      const name = seen.get(key) ?? seen.get(newKey(key));
      if (name !== undefined) waiting.push({ part: part.name, name, says });
    }
  }
  return { applied: false, changes, notInFile, waiting };
}

/** What one application keeps between its things. */
interface Run {
  /** The names there are; null where they must be read anew, because something was made. */
  names: Names | null;
}

/** Where one thing of a file stands. */
interface Place {
  readonly part: ConfigPart;
  readonly at: number;
  readonly there: ReadonlyMap<string, Thing>;
  /** All that the file says of this part. */
  readonly asked: readonly Thing[];
  /** The keys of this part that were in the file so far, and what each is called. */
  readonly seen: Map<string, string>;
  readonly run: Run;
}

function refuseUnknown(file: ConfigFile, parts: readonly ConfigPart[]): void {
  const unknown = Object.keys(file).filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length === 0) return;
  const known = parts.map(({ name }) => name).join(', ');
  const message = `There is no such part, or you may not change it. Parts are: ${known}.`;
  throw invalidInput({ fields: unknown.map((name) => ({ path: `body.config.${name}`, message })) });
}

/** One thing: as it is already, made, changed, or refused with the reason. */
async function applyOne(ctx: Ctx, place: Place, asked: Thing): Promise<ConfigChange> {
  const { part, at, seen, run } = place;
  const about = { part: part.name, at, name: nameOf(asked), fields: [], why: null };
  const refused = (why: string): ConfigChange => ({ ...about, outcome: 'refused', why });
  try {
    const given = hasNames(ctx, asked) ? (await namesOf(ctx, run)).toIds(asked) : asked;
    const parsed = part.item.safeParse(given);
    if (!parsed.success)
      return refused(
        parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`).join('; '),
      );
    const item = parsed.data as Thing;
    const before = standsFor(place, item);
    const key = before ? part.keyOf(before) : newKey(part.keyOf(item));
    if (seen.has(key)) return refused('It is in the file twice.');
    seen.set(key, about.name);
    const fields = before === undefined ? [] : differences(before, { ...item, isStandard: before['isStandard'] });
    if (before !== undefined && fields.length === 0) return { ...about, outcome: 'same' };
    await part.write(ctx, item, before);
    run.names = null;
    if (before === undefined) return { ...about, outcome: 'made' };
    return { ...about, fields: (await namesOf(ctx, run)).toNames(fields) as typeof fields, outcome: 'changed' };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { message, detail, help, fields } = error;
    const said = (fields ?? []).map((one) => `${one.path.replace(/^body\./, '')}: ${one.message}`);
    return refused([message, detail, ...said, help].filter(Boolean).join('. '));
  }
}

/** What a thing of the file is called among those that were made of it, apart from those that were there before. */
function newKey(key: string): string {
  return `+${key}`;
}

function isStandard(thing: Thing | undefined): boolean {
  return thing?.['isStandard'] === true;
}

/**
 * The thing here that one of the file stands for: of the same name, or the standard one for the standard one, whatever
 * either is called. A standard one here keeps its own name from another only while the file has its own standard one.
 */
function standsFor({ part, there, asked }: Place, item: Thing): Thing | undefined {
  const sameName = there.get(part.keyOf(item));
  const slot = part.standardOf?.(item);
  if (slot === undefined) return sameName;
  const standard = [...there.values()].find((one) => isStandard(one) && part.standardOf?.(one) === slot);
  if (isStandard(item)) return sameName && !isStandard(sameName) ? sameName : standard;
  const isClaimed = asked.some((one) => isStandard(one) && part.standardOf?.(one) === slot);
  return isStandard(sameName) && isClaimed ? undefined : sameName;
}

async function namesOf(ctx: Ctx, run: Run): Promise<Names> {
  run.names ??= await readNames(ctx);
  return run.names;
}

function differences(before: Thing, after: Thing): ConfigChange['fields'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** What a thing is called in the report. */
function nameOf(thing: Thing): string {
  const { name, address, path, type, value, brand } = thing;
  if (Array.isArray(path)) return path.join(' › ');
  return String(name ?? address ?? type ?? value ?? brand ?? JSON.stringify(thing)).slice(0, 200);
}

function tell(ctx: Ctx, changes: readonly ConfigChange[]): void {
  const count = (outcome: ConfigChange['outcome']): number => changes.filter((one) => one.outcome === outcome).length;
  const [made, changed] = [count('made'), count('changed')];
  if (made + changed === 0) return;
  const id = newId();
  ctx.emit(configApplied, id, { made, changed });
  ctx.audit({ action: 'config.applied', objectKind: 'config', objectId: id, after: { made, changed } });
}
