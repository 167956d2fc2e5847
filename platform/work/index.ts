/** The work room: transactions, the events they tell, and what follows from them. */
export { createTools, type Machinery } from './create-tools.ts';
export { readHistory } from './read-history.ts';
