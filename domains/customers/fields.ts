import type { Selectable } from 'kysely';
import type { BodyOf } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { type DB, newId } from '#platform/database';
import { mayNot, notFound, problem } from '#platform/problem';
import { type Actor, holds, servesBrand } from '#platform/policy';
import { brandOf } from '#domains/brands';
import {
  type changeField as changeRoute,
  type FieldCondition,
  fieldChanged,
  type FieldView,
  type makeField as makeRoute,
} from './contract.ts';

type Row = Selectable<DB['field_definitions']>;
type Form = BodyOf<typeof changeRoute>;

/** Most fields of one workspace, put away ones too: forms are read whole. */
const fieldLimit = 300;

const nameTaken = problem('customers/field-name-taken', 409, 'There is a field of this name', 'Give it another name.');
const noChoices = problem('customers/field-no-choices', 422, 'A choice needs something to choose', 'Add a choice.');
const noCurrency = problem('customers/field-no-currency', 422, 'Money needs a currency', 'Write it like EUR.');
const noSuchField = problem(
  'customers/field-condition',
  422,
  'A condition asks for a field that is not on this form',
  'Choose another field of the same kind and brand.',
);
const tooMany = problem('customers/too-many-fields', 409, 'There are too many fields', 'Change one that nobody uses.');

const mayConfigure = (actor: Actor, brandId: string | null): boolean =>
  holds(actor, 'fields.configure') && (brandId === null ? actor.brandIds === 'all' : servesBrand(actor, brandId));

/** Every field of the brands the actor serves, in the order of their forms. */
export async function listFields(ctx: ReadCtx): Promise<readonly FieldView[]> {
  const rows = await rowsOf(ctx);
  return rows
    .filter((row) => row.brand_id === null || servesBrand(ctx.actor, row.brand_id))
    .map((row) => fieldView(ctx, row));
}

/** The fields on a form of one kind and brand, whoever looks. */
export async function fieldsOf(ctx: ReadCtx, kind: FieldView['kind'], brandId: string): Promise<readonly FieldView[]> {
  const rows = await rowsOf(ctx);
  return rows
    .filter((row) => row.object_kind === kind && row.archived_at === null)
    .filter((row) => row.brand_id === null || row.brand_id === brandId)
    .map((row) => fieldView(ctx, row));
}

/** Adds a field to a kind of thing, of one brand or of all. */
export async function makeField(ctx: Ctx, body: BodyOf<typeof makeRoute>): Promise<FieldView> {
  if (body.brandId !== null) {
    await brandOf(ctx, body.brandId);
    // a brand one does not serve is not there
    if (!servesBrand(ctx.actor, body.brandId)) throw notFound();
  }
  if (!mayConfigure(ctx.actor, body.brandId)) throw mayNot();
  const known = await rowsOf(ctx);
  if (known.length >= fieldLimit) throw tooMany();
  const row = { id: newId(), object_kind: body.kind, brand_id: body.brandId, type: body.type };
  check(known, row, body);
  await ctx.db
    .insertInto('field_definitions')
    .values({ workspace_id: ctx.workspaceId, ...row, ...formColumns(body), created_at: ctx.now })
    .execute();
  ctx.emit(fieldChanged, row.id, { kind: body.kind, how: 'made' });
  return loadField(ctx, row.id);
}

/** Changes a field's form; its values are kept, so it stays what it is. */
export async function changeField(ctx: Ctx, id: string, body: Form): Promise<FieldView> {
  const before = await fieldToChange(ctx, id);
  check(await rowsOf(ctx), before, body);
  await update(ctx, id, formColumns(body));
  ctx.emit(fieldChanged, id, { kind: before.object_kind as FieldView['kind'], how: 'changed' });
  return loadField(ctx, id);
}

/** Puts a field away, or takes it back. Its values stay. */
export async function archiveField(ctx: Ctx, id: string, isAway: boolean): Promise<FieldView> {
  const before = await fieldToChange(ctx, id);
  if ((before.archived_at !== null) === isAway) return fieldView(ctx, before);
  if (!isAway && (await rowsOf(ctx)).some((other) => isNamedAs(other, before, before.name))) throw nameTaken();
  await update(ctx, id, { archived_at: isAway ? ctx.now : null });
  const kind = before.object_kind as FieldView['kind'];
  ctx.emit(fieldChanged, id, { kind, how: isAway ? 'archived' : 'restored' });
  return loadField(ctx, id);
}

async function update(ctx: Ctx, id: string, set: object): Promise<void> {
  await ctx.db
    .updateTable('field_definitions')
    .set(set)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

function check(known: readonly Row[], row: Pick<Row, 'id' | 'object_kind' | 'brand_id' | 'type'>, form: Form): void {
  if (known.some((other) => isNamedAs(other, row, form.name))) throw nameTaken();
  if (row.type.startsWith('choice') && form.choices.length === 0) throw noChoices();
  if (row.type === 'money' && form.currency === null) throw noCurrency();
  for (const condition of [form.shownWhen, form.requiredWhen]) {
    if (!condition) continue;
    const other = known.find(({ id }) => id === condition.fieldId);
    const isOnForm = other && (other.brand_id === null || other.brand_id === row.brand_id);
    if (!isOnForm || other.id === row.id || other.object_kind !== row.object_kind) throw noSuchField();
  }
}

function isNamedAs(other: Row, row: Pick<Row, 'id' | 'object_kind' | 'brand_id'>, name: string): boolean {
  if (other.id === row.id || other.archived_at !== null || other.object_kind !== row.object_kind) return false;
  return other.brand_id === row.brand_id && other.name.toLowerCase() === name.toLowerCase();
}

function formColumns(form: Form) {
  const jsonOf = (condition: FieldCondition | null) => (condition === null ? null : JSON.stringify(condition));
  return {
    name: form.name,
    choices: JSON.stringify(form.choices),
    currency: form.currency,
    required_on: form.isRequired ? 'close' : null,
    shown_when: jsonOf(form.shownWhen),
    required_when: jsonOf(form.requiredWhen),
    position: form.position,
  };
}

async function fieldToChange(ctx: Ctx, id: string): Promise<Row> {
  const row = (await rowsOf(ctx)).find((one) => one.id === id);
  if (!row || (row.brand_id !== null && !servesBrand(ctx.actor, row.brand_id))) throw notFound();
  if (!mayConfigure(ctx.actor, row.brand_id)) throw mayNot();
  return row;
}

async function loadField(ctx: ReadCtx, id: string): Promise<FieldView> {
  const row = (await rowsOf(ctx)).find((one) => one.id === id);
  if (!row) throw notFound();
  return fieldView(ctx, row);
}

function rowsOf(ctx: ReadCtx): Promise<Row[]> {
  return ctx.db
    .selectFrom('field_definitions')
    .select([
      'workspace_id',
      'id',
      'object_kind',
      'brand_id',
      'name',
      'type',
      'choices',
      'currency',
      'required_on',
      'shown_when',
      'required_when',
      'sortable_slot',
      'position',
      'archived_at',
      'created_at',
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('position')
    .orderBy('id')
    .limit(fieldLimit)
    .execute();
}

function fieldView(ctx: ReadCtx, row: Row): FieldView {
  return {
    id: row.id,
    brandId: row.brand_id,
    kind: row.object_kind,
    name: row.name,
    type: row.type,
    choices: row.choices,
    currency: row.currency,
    isRequired: row.required_on === 'close',
    shownWhen: row.shown_when,
    requiredWhen: row.required_when,
    position: row.position,
    archivedAt: row.archived_at?.toISOString() ?? null,
    can: mayConfigure(ctx.actor, row.brand_id) ? ['edit'] : [],
  } as FieldView;
}
