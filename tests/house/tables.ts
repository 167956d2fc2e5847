import { list, names, node, parseSql, type SqlNode, text } from './sql.ts';
import { type Breach, lineAt, type Tree } from './tree.ts';

/** A table as its migrations leave it. */
export interface Table {
  readonly name: string;
  /** `auth` for `auth.accounts`; '' for our own. */
  readonly schema: string;
  readonly floor: string;
  readonly room: string;
  readonly file: string;
  readonly line: number;
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
}

/** A foreign key: whose, from which table by which columns, to which table. */
export interface ForeignKey {
  readonly room: string;
  readonly floor: string;
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly toColumns: readonly string[];
}

interface Schema {
  readonly tables: readonly Table[];
  readonly keys: readonly ForeignKey[];
  readonly broken: readonly Breach[];
}

const read = new WeakMap<Tree, Schema>();

/** The migrations of a room: `platform/database/tables/001-start.sql`, `domains/sla/tables/001-clocks.sql`. */
export const migrationPath = /^(platform|domains)\/([^/]+)\/tables\/([^/]+)$/;

/** Every table that the migrations create, by its name (`schema.name` outside of our own schema). */
export function tableOwners(tree: Tree): ReadonlyMap<string, Table> {
  return new Map(schemaOf(tree).tables.map((table) => [qualified(table.schema, table.name), table]));
}

/** Every foreign key that the migrations create. */
export function foreignKeysOf(tree: Tree): readonly ForeignKey[] {
  return schemaOf(tree).keys;
}

/** Migrations that are no SQL. */
export function brokenMigrations(tree: Tree): readonly Breach[] {
  return schemaOf(tree).broken;
}

function schemaOf(tree: Tree): Schema {
  const known = read.get(tree);
  if (known) return known;
  const tables: Table[] = [];
  const keys: ForeignKey[] = [];
  const broken: Breach[] = [];
  for (const [file, sql] of [...tree].sort(([a], [b]) => a.localeCompare(b))) {
    const [, floor, room] = migrationPath.exec(file) ?? [];
    if (!floor || !room || !file.endsWith('.sql')) continue;
    try {
      for (const statement of parseSql(sql))
        readStatement(statement.type, statement.node, { floor, room, file, line: lineAt(sql, statement.offset) });
    } catch (error) {
      broken.push({ file, line: 1, says: `is no SQL that PostgreSQL reads: ${String(error)}` });
    }
  }
  const schema = { tables, keys, broken };
  read.set(tree, schema);
  return schema;

  function readStatement(
    type: string,
    statement: SqlNode,
    at: { floor: string; room: string; file: string; line: number },
  ): void {
    if (type === 'CreateStmt') {
      const created = tableOf(statement, at);
      if (list(statement, 'inhRelations').length === 0) tables.push(created);
      keys.push(...keysOf(statement, qualified(created.schema, created.name), at));
    }
    if (type !== 'AlterTableStmt') return;
    const name = relationName(node(statement, 'relation'));
    for (const command of list(statement, 'cmds')) {
      keys.push(...keysOf({ tableElts: [node(node(command, 'AlterTableCmd'), 'def')] }, name, at));
      addTo(tables, name, node(node(command, 'AlterTableCmd'), 'def'));
    }
  }
}

function tableOf(statement: SqlNode, at: Pick<Table, 'floor' | 'room' | 'file' | 'line'>): Table {
  const relation = node(statement, 'relation');
  const elements = list(statement, 'tableElts');
  const columns = elements.flatMap((one) => ('ColumnDef' in one ? [text(node(one, 'ColumnDef'), 'colname')] : []));
  return {
    ...at,
    name: text(relation, 'relname'),
    schema: text(relation, 'schemaname'),
    columns,
    primaryKey: primaryKeyOf(elements),
  };
}

function primaryKeyOf(elements: readonly SqlNode[]): readonly string[] {
  for (const element of elements) {
    const constraint = node(element, 'Constraint');
    if (text(constraint, 'contype') === 'CONSTR_PRIMARY') return names(constraint, 'keys');
    const column = node(element, 'ColumnDef');
    const own = list(column, 'constraints').map((one) => text(node(one, 'Constraint'), 'contype'));
    if (own.includes('CONSTR_PRIMARY')) return [text(column, 'colname')];
  }
  return [];
}

/** A column or a primary key that a later migration adds. */
function addTo(tables: Table[], name: string, definition: SqlNode): void {
  const index = tables.findIndex((table) => qualified(table.schema, table.name) === name);
  const table = tables[index];
  if (!table) return;
  const column = text(node(definition, 'ColumnDef'), 'colname');
  const primaryKey = primaryKeyOf([definition]);
  tables[index] = {
    ...table,
    columns: column ? [...table.columns, column] : table.columns,
    primaryKey: primaryKey.length > 0 ? primaryKey : table.primaryKey,
  };
}

function keysOf(
  statement: SqlNode,
  from: string,
  at: Pick<ForeignKey, 'floor' | 'room' | 'file' | 'line'>,
): ForeignKey[] {
  return list(statement, 'tableElts').flatMap((element) => {
    const column = node(element, 'ColumnDef');
    const constraints = [
      node(element, 'Constraint'),
      ...list(column, 'constraints').map((one) => node(one, 'Constraint')),
    ];
    return constraints
      .filter((constraint) => text(constraint, 'contype') === 'CONSTR_FOREIGN')
      .map((constraint) => {
        const own = names(constraint, 'fk_attrs');
        return {
          ...at,
          from,
          to: relationName(node(constraint, 'pktable')),
          columns: own.length > 0 ? own : [text(column, 'colname')],
          toColumns: names(constraint, 'pk_attrs'),
        };
      });
  });
}

function relationName(relation: SqlNode): string {
  return qualified(text(relation, 'schemaname'), text(relation, 'relname'));
}

function qualified(schema: string, name: string): string {
  return schema === '' || schema === 'public' ? name : `${schema}.${name}`;
}
