import { floors, placeOf, targetOf } from '../rooms.ts';
import { sourcesOf } from '../sources.ts';
import type { Breach, Rule } from '../tree.ts';

/** Tests stand beside what they test and may use the tools of `tests/`; they see no other floor above them. */
const testTools = 'tests/';

export const importsGoDown: Rule = {
  name: 'imports-go-down',
  promise: 'an import never goes up a floor',
  check(tree) {
    const breaches: Breach[] = [];
    for (const source of sourcesOf(tree).values()) {
      const from = placeOf(source.path);
      if (!from) continue;
      for (const { specifier, line } of source.imports) {
        const target = targetOf(source.path, specifier);
        const to = target ? placeOf(target) : null;
        if (!target || !to || to.height <= from.height) continue;
        if (/\.test\.tsx?$/.test(source.path) && target.startsWith(testTools)) continue;
        breaches.push({
          file: source.path,
          line,
          says: `imports ${specifier} from the floor above (${floors.slice(from.height, to.height + 1).join(' < ')}): move what it needs down, or let the upper floor hand it in through a socket`,
        });
      }
    }
    return breaches;
  },
};
