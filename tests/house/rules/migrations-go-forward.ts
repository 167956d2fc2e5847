import { brokenMigrations, migrationPath } from '../tables.ts';
import type { Breach, Rule, Tree } from '../tree.ts';

export const migrationsGoForward: Rule = {
  name: 'migrations-go-forward',
  promise: 'migrations are SQL files named NNN-word.sql, counted from 001 without gaps, and have no way back',
  check: (tree) => [...brokenMigrations(tree), ...namesOf(tree), ...waysBack(tree)],
};

function namesOf(tree: Tree): Breach[] {
  const folders = new Map<string, string[]>();
  for (const path of tree.keys()) {
    const [, floor, room, name] = migrationPath.exec(path) ?? [];
    if (floor && room && name) folders.set(`${floor}/${room}`, [...(folders.get(`${floor}/${room}`) ?? []), name]);
  }
  const breaches: Breach[] = [];
  for (const [folder, files] of folders) {
    files.sort().forEach((name, index) => {
      const file = `${folder}/tables/${name}`;
      const number = String(index + 1).padStart(3, '0');
      if (!/^\d{3}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(name))
        breaches.push({ file, line: 1, says: 'is not named NNN-word.sql, e.g. 001-clocks.sql' });
      else if (!name.startsWith(number))
        breaches.push({ file, line: 1, says: `should be number ${number}: count on without gaps or doubles` });
    });
  }
  return breaches;
}

/** `drop table` is a way forward only when a release before it stopped using the table; it says so in a comment. */
function waysBack(tree: Tree): Breach[] {
  const breaches: Breach[] = [];
  for (const [file, sql] of tree) {
    if (!migrationPath.test(file)) continue;
    sql.split('\n').forEach((line, index, lines) => {
      const said = /^\s*--/.test(lines[index - 1] ?? '');
      if (/^\s*--\s*(down|rollback|undo)\b/i.test(line)) {
        breaches.push({
          file,
          line: index + 1,
          says: 'describes a way back: migrations only go forward, write the next one',
        });
      } else if (/\bdrop\s+(table|column)\b/i.test(line.replace(/--.*/, '')) && !said) {
        breaches.push({
          file,
          line: index + 1,
          says: 'drops without a word: a column leaves in two releases; name the release that stopped using it in a comment above',
        });
      }
    });
  }
  return breaches;
}
