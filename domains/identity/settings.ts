import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Setting } from '#platform/domain';
import { invalidInput, mayNot } from '#platform/problem';
import { settingChanged, type SettingView } from './contract.ts';
import { can } from './policy.ts';

/** A setting of the workspace: what an administrator gave, else its standard. Its domain declares both. */
export async function readSetting<Value>(ctx: ReadCtx, name: string): Promise<Value> {
  const setting = settingOf(ctx, name);
  const row = await ctx.db
    .selectFrom('workspace_settings')
    .select('value')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!row) return setting.standard as Value;
  const parsed = setting.schema.safeParse(row.value);
  // a value an older version allowed is no reason to stop working
  return (parsed.success ? parsed.data : setting.standard) as Value;
}

/** Gives a setting a value; null puts it back to its standard. One of all brands is given by who serves them. */
export async function writeSetting(ctx: Ctx, name: string, value: unknown): Promise<void> {
  if (!isWholeFor(ctx, settingOf(ctx, name))) throw mayNot();
  return changeSetting(ctx, name, () => value);
}

/**
 * Makes a setting's next value of what it is now. Changes of one setting queue up: of a list that two administrators
 * change at once, neither loses what the other wrote.
 */
export async function changeSetting<Value>(ctx: Ctx, name: string, next: (now: Value) => unknown): Promise<void> {
  if (!can.changeSettings(ctx.actor)) throw mayNot();
  const setting = settingOf(ctx, name);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.workspaceId} setting ${name}`}, 0))`.execute(ctx.db);
  const before = await readSetting<Value>(ctx, name);
  const value = next(before);
  if (value === null) {
    await ctx.db
      .deleteFrom('workspace_settings')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('name', '=', name)
      .execute();
  } else {
    const parsed = setting.schema.safeParse(value);
    if (!parsed.success)
      throw invalidInput({
        fields: [{ path: `body.values.${name}`, message: parsed.error.issues[0]?.message ?? 'does not fit' }],
      });
    const row = { value: JSON.stringify(parsed.data), changed_at: ctx.now, changed_by: ctx.actor.id };
    await ctx.db
      .insertInto('workspace_settings')
      .values({ workspace_id: ctx.workspaceId, name, ...row })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet(row))
      .execute();
  }
  ctx.emit(settingChanged, ctx.workspaceId, {});
  ctx.audit({
    action: 'setting.changed',
    objectKind: 'setting',
    objectId: null,
    objectName: name,
    before: { value: before },
    after: { value: value ?? setting.standard },
  });
}

/** Every setting that the domains declare, with its value here, as far as the reader serves what it holds. */
export async function listSettings(ctx: ReadCtx): Promise<{ rows: SettingView[] }> {
  const given = await ctx.db
    .selectFrom('workspace_settings')
    .select(['name', 'value', 'changed_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .execute();
  const byName = new Map(given.map((row) => [row.name, row]));
  const shown = [...ctx.house.settings.values()].filter((setting) => isWholeFor(ctx, setting));
  const rows = shown.map((setting) => {
    const row = byName.get(setting.name);
    return {
      name: setting.name,
      says: setting.says,
      value: row ? row.value : setting.standard,
      standard: setting.standard,
      changedAt: row?.changed_at.toISOString() ?? null,
    };
  });
  return { rows };
}

/** What holds something of each brand is for who serves all of them: a brand's part has a door of its own. */
function isWholeFor({ actor }: ReadCtx, { ofBrands }: Setting): boolean {
  return !ofBrands || actor.brandIds === 'all';
}

function settingOf(ctx: ReadCtx, name: string) {
  const setting = ctx.house.settings.get(name);
  if (!setting) throw invalidInput({ fields: [{ path: `body.values.${name}`, message: 'is no setting' }] });
  return setting;
}
