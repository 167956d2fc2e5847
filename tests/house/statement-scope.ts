import { isSqlNode, list, names, node, type SqlNode, text } from './sql.ts';

/** One name in a FROM clause, and those of its columns that are known to hold the workspace of the statement. */
export interface Relation {
  readonly alias: string;
  /** The table it is; null for a common table expression, a subquery or a function. */
  readonly table: string | null;
  /** `*` stands for all of its columns: rows that came in as parameters. */
  readonly bound: Set<string>;
}

/** What a subquery gives: its columns by position, and whether each holds the workspace. */
export type Output = readonly { readonly name: string; readonly bound: boolean }[];

/** What an expression can see: its own relations, then those around it. */
export interface Scope {
  readonly relations: readonly Relation[];
  readonly outer: Scope | null;
  readonly ctes: ReadonlyMap<string, Output>;
  /** What each subquery in an expression gave, once it was read. */
  readonly sublinks: Map<SqlNode, Output>;
}

/** `a = b`, and which relations it may bind: the outer side of an outer join is not bound by its condition. */
export interface Equality {
  readonly left: SqlNode;
  readonly right: SqlNode;
  readonly binds: ReadonlySet<Relation> | null;
}

/** The equalities that must hold for a row to come through; what stands in an OR binds nothing. */
export function equalitiesIn(condition: SqlNode, binds: ReadonlySet<Relation> | null): Equality[] {
  const bool = node(condition, 'BoolExpr');
  if (text(bool, 'boolop') === 'AND_EXPR') return list(bool, 'args').flatMap((one) => equalitiesIn(one, binds));
  const link = node(condition, 'SubLink');
  if (text(link, 'subLinkType') === 'ANY_SUBLINK' && (names(link, 'operName')[0] ?? '=') === '=') {
    return items(node(link, 'testexpr')).map((left, index) => ({ left, right: { Given: { link, index } }, binds }));
  }
  const compared = node(condition, 'A_Expr');
  if (text(compared, 'kind') !== 'AEXPR_OP' || names(compared, 'name')[0] !== '=') return [];
  const [left, right] = [items(node(compared, 'lexpr')), items(node(compared, 'rexpr'))];
  return left.flatMap((one, index) => (right[index] ? [{ left: one, right: right[index], binds }] : []));
}

/** The parts of `(a, b)`, or the expression itself. */
function items(expression: SqlNode): readonly SqlNode[] {
  return 'RowExpr' in expression ? list(node(expression, 'RowExpr'), 'args') : [expression];
}

/** Marks the columns that the equalities bind, until nothing more follows. Bounded: every round binds a column. */
export function bind(scope: Scope, equalities: readonly Equality[]): void {
  for (let grown = true; grown; ) {
    grown = false;
    for (const { left, right, binds } of equalities) {
      if (isBound(scope, right) && mark(scope, left, binds)) grown = true;
      if (isBound(scope, left) && mark(scope, right, binds)) grown = true;
    }
  }
}

function mark(scope: Scope, expression: SqlNode, binds: ReadonlySet<Relation> | null): boolean {
  const column = columnOf(scope, expression);
  const own = column && scope.relations.includes(column.relation);
  if (!column || !own || (binds && !binds.has(column.relation)) || column.relation.bound.has(column.name)) return false;
  column.relation.bound.add(column.name);
  return true;
}

/** Whether an expression can only be the workspace that was handed in: a parameter, a constant, or a bound column. */
export function isBound(scope: Scope, expression: SqlNode): boolean {
  if ('ParamRef' in expression || 'A_Const' in expression) return true;
  if ('TypeCast' in expression) return isBound(scope, node(node(expression, 'TypeCast'), 'arg'));
  if ('FuncCall' in expression) return list(node(expression, 'FuncCall'), 'args').every((one) => isBound(scope, one));
  if ('A_ArrayExpr' in expression)
    return list(node(expression, 'A_ArrayExpr'), 'elements').every((one) => isBound(scope, one));
  if ('Given' in expression) return isGiven(scope, node(expression, 'Given'));
  if ('SubLink' in expression) return scope.sublinks.get(node(expression, 'SubLink'))?.[0]?.bound ?? false;
  const column = columnOf(scope, expression);
  return column !== null && (column.relation.bound.has(column.name) || column.relation.bound.has('*'));
}

function isGiven(scope: Scope, given: SqlNode): boolean {
  const index = given.index;
  return typeof index === 'number' && (scope.sublinks.get(node(given, 'link'))?.[index]?.bound ?? false);
}

/** The relation and name of a column, looked up from the inside out. A bare name is that of the first table. */
function columnOf(scope: Scope, expression: SqlNode): { relation: Relation; name: string } | null {
  const parts = names(node(expression, 'ColumnRef'), 'fields');
  const name = parts.at(-1);
  const alias = parts.at(-2);
  if (!name || name === '*') return null;
  for (let at: Scope | null = scope; at; at = at.outer) {
    const { relations } = at;
    const found = alias
      ? relations.find((relation) => relation.alias === alias)
      : (relations.find((relation) => relation.table !== null) ??
        relations.find(({ bound }) => bound.has(name) || bound.has('*')) ??
        relations[0]);
    if (found) return { relation: found, name };
  }
  return null;
}

/** The subqueries in an expression, without those inside them. */
export function sublinksIn(value: unknown): SqlNode[] {
  if (Array.isArray(value)) return value.flatMap(sublinksIn);
  if (!isSqlNode(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'SubLink' && isSqlNode(inner)) return [inner, ...sublinksIn(inner.testexpr)];
    return key === 'SelectStmt' ? [] : sublinksIn(inner);
  });
}

/** The columns that a select list or RETURNING gives. */
export function outputOf(scope: Scope, targets: readonly SqlNode[]): Output {
  return targets.flatMap((target) => {
    const result = node(target, 'ResTarget');
    const value = node(result, 'val');
    const parts = names(node(value, 'ColumnRef'), 'fields');
    if (parts.at(-1) === '*') return starOf(scope, parts.at(-2));
    return [{ name: text(result, 'name') || (parts.at(-1) ?? ''), bound: isBound(scope, value) }];
  });
}

function starOf(scope: Scope, alias: string | undefined): Output {
  return scope.relations
    .filter((relation) => alias === undefined || relation.alias === alias)
    .flatMap(({ bound }) => [...bound].map((name) => ({ name, bound: true })));
}
