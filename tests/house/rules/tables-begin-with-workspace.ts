import { foreignKeysOf, migrationPath, tableOwners } from '../tables.ts';
import type { Breach, Rule } from '../tree.ts';

/** Tables that belong to no workspace, each with the reason. Keep this list short. */
export const workspaceFree: Readonly<Record<string, string>> = {
  workspaces: 'the list of workspaces itself: its id is the workspace',
  migrations: 'the migrations that ran, once for the whole database',
};

/**
 * Schemas with the tables of libraries, each with the one room that touches it: people sign in before they choose a
 * workspace; a job carries its workspace in its data.
 */
export const librarySchemas: Readonly<Record<string, string>> = { auth: 'domains/identity', jobs: 'platform/jobs' };

export const tablesBeginWithWorkspace: Rule = {
  name: 'tables-begin-with-workspace',
  promise: 'every table has workspace_id, first in its primary key and in its foreign keys',
  check(tree) {
    const breaches: Breach[] = [];
    const owners = tableOwners(tree);
    for (const { name, schema, file, line, columns, primaryKey } of owners.values()) {
      if (!migrationPath.test(file) || isFree(schema, name)) continue;
      if (!columns.includes('workspace_id')) {
        breaches.push({ file, line, says: `table ${name} has no workspace_id: add it, first in the primary key` });
      } else if (primaryKey[0] !== 'workspace_id') {
        breaches.push({
          file,
          line,
          says: `table ${name} has the primary key (${primaryKey.join(', ')}): begin it with workspace_id`,
        });
      }
    }
    for (const { from, to, file, line, columns, toColumns } of foreignKeysOf(tree)) {
      const [schema, name] = to.includes('.') ? [to.slice(0, to.indexOf('.')), to] : ['', to];
      if (isFree(schema, name) || !owners.has(to)) continue;
      if (columns[0] === 'workspace_id' && (toColumns.length === 0 || toColumns[0] === 'workspace_id')) continue;
      breaches.push({
        file,
        line,
        says: `a foreign key of ${from} to ${to} begins with ${columns[0] ?? 'nothing'}: begin it with workspace_id on both sides`,
      });
    }
    return breaches;
  },
};

function isFree(schema: string, name: string): boolean {
  return name in workspaceFree || schema in librarySchemas;
}
