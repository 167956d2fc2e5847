/** Draws the picture in ARCHITECTURE.md again: `node_modules/.bin/node tests/house/draw.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { redraw } from './picture.ts';
import { readTree } from './tree.ts';

const root = new URL('../..', import.meta.url).pathname;
const file = `${root}ARCHITECTURE.md`;
writeFileSync(file, redraw(readFileSync(file, 'utf8'), readTree(root)));
