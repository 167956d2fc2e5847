import { loadModule, parseSync, type ParseResult } from 'libpg-query';

await loadModule();

/** Any node of PostgreSQL's own syntax tree, as JSON: one key (its type) around its fields. */
export type SqlNode = Readonly<Record<string, unknown>>;

/** One statement: its type, its fields, and where it starts in the text. */
export interface Statement {
  readonly type: string;
  readonly node: SqlNode;
  readonly offset: number;
}

/** Parses with PostgreSQL's own grammar; throws with its message where the text is no SQL. */
export function parseSql(sql: string): Statement[] {
  const { stmts }: ParseResult = parseSync(sql);
  return (stmts ?? []).flatMap(({ stmt, stmt_location }) => {
    const [type, fields] = Object.entries(stmt ?? {})[0] ?? [];
    if (!type || !isSqlNode(fields)) return [];
    return [{ type, node: fields, offset: beginOf(sql, stmt_location ?? 0) }];
  });
}

/** PostgreSQL counts bytes, and counts the blanks and comments before a statement to it. */
function beginOf(sql: string, bytes: number): number {
  const offset = Buffer.from(sql).subarray(0, bytes).toString().length;
  return offset + (/^(\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(sql.slice(offset))?.[0].length ?? 0);
}

/** Whether a value is one object of the syntax tree. */
export function isSqlNode(value: unknown): value is SqlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that is a node; an empty one where it is absent. */
export function node(of: SqlNode | undefined, field: string): SqlNode {
  const value = of?.[field];
  return isSqlNode(value) ? value : {};
}

/** A field that is a list of nodes. */
export function list(of: SqlNode | undefined, field: string): readonly SqlNode[] {
  const value = of?.[field];
  return Array.isArray(value) ? value.filter(isSqlNode) : [];
}

/** A field that is text. */
export function text(of: SqlNode | undefined, field: string): string {
  const value = of?.[field];
  return typeof value === 'string' ? value : '';
}

/** The strings in a list of `String` nodes: column names, the parts of a name. */
export function names(of: SqlNode | undefined, field: string): readonly string[] {
  return list(of, field).flatMap((one) => {
    if (isSqlNode(one.String)) return [text(one.String, 'sval')];
    return 'A_Star' in one ? ['*'] : [];
  });
}
