import { list, names, node, type SqlNode, text } from './sql.ts';
import {
  bind,
  type Equality,
  equalitiesIn,
  isBound,
  type Output,
  outputOf,
  type Relation,
  type Scope,
  sublinksIn,
} from './statement-scope.ts';

/** What reading a statement found out: the tables it names, and those rows of any workspace could come from. */
export interface Findings {
  readonly named: Set<string>;
  readonly unbound: Set<string>;
  readonly says: string[];
}

/** Around a block: the names it can see. */
export interface Around {
  readonly outer: Scope | null;
  readonly ctes: ReadonlyMap<string, Output>;
}

/** Reads a query and everything in it; gives what its columns hold. */
export function readQuery(query: SqlNode, around: Around, found: Findings): Output {
  const [type] = Object.keys(query);
  const block = node(query, type ?? '');
  if (type === 'SelectStmt') return readSelect(block, around, found);
  if (type === 'InsertStmt') return readInsert(block, around, found);
  if (type === 'UpdateStmt' || type === 'DeleteStmt' || type === 'MergeStmt') return readChange(block, around, found);
  return [];
}

function readSelect(select: SqlNode, given: Around, found: Findings): Output {
  const around = withCtes(select, given, found);
  if (text(select, 'op') !== 'SETOP_NONE' && 'larg' in select) {
    const left = readSelect(node(select, 'larg'), around, found);
    const right = readSelect(node(select, 'rarg'), around, found);
    return left.map((column, index) => ({ ...column, bound: column.bound && (right[index]?.bound ?? false) }));
  }
  const rows = list(select, 'valuesLists').map((row) => list(node(row, 'List'), 'items'));
  const scope = readBlock(list(select, 'fromClause'), [node(select, 'whereClause')], select, around, found);
  if (rows.length === 0) return outputOf(scope, list(select, 'targetList'));
  return (rows[0] ?? []).map((_, index) => ({
    name: `column${index + 1}`,
    bound: rows.every((row) => row[index] !== undefined && isBound(scope, row[index])),
  }));
}

/** Common table expressions see those before them; a recursive one sees what its first part gives. */
function withCtes(block: SqlNode, around: Around, found: Findings): Around {
  const clause = node(block, 'withClause');
  const ctes = new Map(around.ctes);
  for (const one of list(clause, 'ctes')) {
    const cte = node(one, 'CommonTableExpr');
    const name = text(cte, 'ctename');
    const columns = names(cte, 'aliascolnames');
    const query = node(cte, 'ctequery');
    const select = node(query, 'SelectStmt');
    if (clause.recursive === true && 'larg' in select) {
      const quiet: Findings = { named: new Set(), unbound: new Set(), says: [] };
      ctes.set(name, renamed(readSelect(node(select, 'larg'), { ...around, ctes }, quiet), columns));
    }
    ctes.set(name, renamed(readQuery(query, { ...around, ctes: new Map(ctes) }, found), columns));
  }
  return { ...around, ctes };
}

function renamed(output: Output, columns: readonly string[]): Output {
  return output.map((column, index) => ({ ...column, name: columns[index] ?? column.name }));
}

/** FROM, its conditions and every subquery of one block. What is left unbound afterwards is a breach. */
function readBlock(
  from: readonly SqlNode[],
  conditions: readonly SqlNode[],
  whole: SqlNode,
  around: Around,
  found: Findings,
): Scope {
  const relations: Relation[] = [];
  const scope: Scope = { relations, outer: around.outer, ctes: around.ctes, sublinks: new Map() };
  const equalities: Equality[] = [];
  const lateral: (() => void)[] = [];
  for (const one of from) readFrom(one, { scope, relations, equalities, lateral, around, found });
  equalities.push(...conditions.flatMap((condition) => equalitiesIn(condition, null)));
  bind(scope, equalities);
  for (const read of lateral) read();
  bind(scope, equalities);
  const { withClause: _, fromClause: __, usingClause: ___, larg: ____, rarg: _____, ...expressions } = whole;
  for (const link of [...sublinksIn(expressions), ...from.flatMap(sublinksIn)]) {
    scope.sublinks.set(link, readQuery(node(link, 'subselect'), { outer: scope, ctes: scope.ctes }, found));
  }
  bind(scope, equalities);
  for (const { table, bound } of relations) if (table !== null && !bound.has('workspace_id')) found.unbound.add(table);
  return scope;
}

interface Reading {
  readonly scope: Scope;
  readonly relations: Relation[];
  readonly equalities: Equality[];
  readonly lateral: (() => void)[];
  readonly around: Around;
  readonly found: Findings;
}

/** Adds what one item of FROM brings; gives its relations, for the join around it. */
function readFrom(item: SqlNode, reading: Reading): readonly Relation[] {
  if ('JoinExpr' in item) return readJoin(node(item, 'JoinExpr'), reading);
  const relation = relationOf(item, reading);
  if (!relation) return [];
  reading.relations.push(relation);
  return [relation];
}

function relationOf(item: SqlNode, { scope, lateral, around, found }: Reading): Relation | null {
  if ('RangeVar' in item) return tableOf(node(item, 'RangeVar'), scope.ctes, found);
  if ('RangeSubselect' in item) {
    const range = node(item, 'RangeSubselect');
    const relation: Relation = { alias: text(node(range, 'alias'), 'aliasname'), table: null, bound: new Set() };
    const read = (outer: Scope | null) => (): void => {
      const output = renamed(
        readQuery(node(range, 'subquery'), { outer, ctes: scope.ctes }, found),
        names(node(range, 'alias'), 'colnames'),
      );
      for (const column of output) if (column.bound) relation.bound.add(column.name);
    };
    if (range.lateral === true) lateral.push(read(scope));
    else read(around.outer)();
    return relation;
  }
  if (!('RangeFunction' in item)) return null;
  const range = node(item, 'RangeFunction');
  const calls = list(range, 'functions').flatMap((one) =>
    list(node(one, 'List'), 'items').filter((call) => Object.keys(call).length > 0),
  );
  const rowsGiven = calls.every((call) => isBound({ ...scope, relations: [], outer: null }, call));
  return { alias: text(node(range, 'alias'), 'aliasname'), table: null, bound: new Set(rowsGiven ? ['*'] : []) };
}

function tableOf(range: SqlNode, ctes: ReadonlyMap<string, Output>, found: Findings): Relation {
  const schema = text(range, 'schemaname');
  const name = text(range, 'relname');
  const alias = text(node(range, 'alias'), 'aliasname') || name;
  const cte = schema === '' ? ctes.get(name) : undefined;
  if (cte) return { alias, table: null, bound: new Set(cte.filter(({ bound }) => bound).map((column) => column.name)) };
  const table = schema === '' || schema === 'public' ? name : `${schema}.${name}`;
  found.named.add(table);
  return { alias, table, bound: new Set() };
}

function readJoin(join: SqlNode, reading: Reading): readonly Relation[] {
  const left = readFrom(node(join, 'larg'), reading);
  const right = readFrom(node(join, 'rarg'), reading);
  const binds = new Set(
    { JOIN_LEFT: right, JOIN_RIGHT: left, JOIN_FULL: [] }[text(join, 'jointype')] ?? [...left, ...right],
  );
  reading.equalities.push(...equalitiesIn(node(join, 'quals'), binds));
  for (const column of names(join, 'usingClause')) {
    for (const a of left)
      for (const b of right)
        reading.equalities.push({ left: reference(a, column), right: reference(b, column), binds });
  }
  return [...left, ...right];
}

function reference({ alias }: Relation, column: string): SqlNode {
  return { ColumnRef: { fields: [{ String: { sval: alias } }, { String: { sval: column } }] } };
}

/** UPDATE … FROM, DELETE … USING, MERGE: the target is one more relation that its condition must bind. */
function readChange(change: SqlNode, given: Around, found: Findings): Output {
  const around = withCtes(change, given, found);
  const source = node(change, 'sourceRelation');
  const from = [
    { RangeVar: node(change, 'relation') },
    ...list(change, 'fromClause'),
    ...list(change, 'usingClause'),
    ...(Object.keys(source).length > 0 ? [source] : []),
  ];
  const scope = readBlock(from, [node(change, 'whereClause'), node(change, 'joinCondition')], change, around, found);
  const set = list(change, 'targetList').map((target) => text(node(target, 'ResTarget'), 'name'));
  if (set.includes('workspace_id'))
    found.says.push('moves rows to another workspace (set workspace_id): rows never change hands');
  return outputOf(scope, list(node(change, 'returningClause'), 'exprs'));
}

function readInsert(insert: SqlNode, given: Around, found: Findings): Output {
  const around = withCtes(insert, given, found);
  const target = tableOf(node(insert, 'relation'), new Map(), found);
  const table = target.table ?? '';
  const columns = list(insert, 'cols').map((column) => text(node(column, 'ResTarget'), 'name'));
  const rows = readQuery(node(insert, 'selectStmt'), around, found);
  const at = columns.indexOf('workspace_id');
  if (at === -1 || !(rows[at]?.bound ?? false)) found.unbound.add(table);
  else target.bound.add('workspace_id');
  const conflict = node(insert, 'onConflictClause');
  const keys = list(node(conflict, 'infer'), 'indexElems').map((element) => text(node(element, 'IndexElem'), 'name'));
  if (keys.length > 0 && !keys.includes('workspace_id')) found.unbound.add(table);
  const excluded: Relation = { alias: 'excluded', table: null, bound: new Set(['workspace_id']) };
  const scope: Scope = { relations: [target, excluded], outer: around.outer, ctes: around.ctes, sublinks: new Map() };
  for (const link of [...sublinksIn(conflict), ...sublinksIn(insert.returningClause)]) {
    readQuery(node(link, 'subselect'), { outer: scope, ctes: scope.ctes }, found);
  }
  return outputOf(scope, list(node(insert, 'returningClause'), 'exprs'));
}
