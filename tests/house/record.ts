/** A vitest setup file: every worker writes down the statements it runs, for `recorded.test.ts`. */
import { recordStatements } from './collector.ts';

recordStatements();
