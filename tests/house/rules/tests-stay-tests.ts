import { targetOf } from '../rooms.ts';
import { isTest, sourcesOf } from '../sources.ts';
import type { Breach, Rule } from '../tree.ts';

/** The configuration of the test runner itself. */
const runners = /^(vitest\.config\.ts|scripts\/[\w-]+\.mjs)$/;

export const testsStayTests: Rule = {
  name: 'tests-stay-tests',
  promise: 'what runs for customers imports nothing that was made for tests',
  check(tree) {
    const breaches: Breach[] = [];
    for (const source of sourcesOf(tree).values()) {
      if (isTest(source.path) || runners.test(source.path)) continue;
      for (const { specifier, line } of source.imports) {
        const target = targetOf(source.path, specifier);
        const forTests = specifier === 'vitest' || specifier === 'fast-check' || (target !== null && isTest(target));
        if (!forTests) continue;
        const says = `imports ${specifier}, which was made for tests: name this file test-….ts if it serves tests, else take it elsewhere`;
        breaches.push({ file: source.path, line, says });
      }
    }
    return breaches;
  },
};
