import { sourcesOf } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

const promises = /\b(TODO|FIXME|XXX)\b(?![^\n]*#\d+)/;

export const todosHaveIssues: Rule = {
  name: 'todos-have-issues',
  promise: 'what is left to do in a comment has an issue',
  check(tree) {
    const breaches: Breach[] = [];
    for (const source of sourcesOf(tree).values()) {
      for (const comment of source.comments) {
        const found = promises.exec(comment.value);
        if (!found) continue;
        breaches.push({
          file: source.path,
          line: lineAt(source.text, comment.start + 2 + found.index),
          says: `${found[0]} without an issue: write its number (#12) beside it, or do it`,
        });
      }
    }
    return breaches;
  },
};
