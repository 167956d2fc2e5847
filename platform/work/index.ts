/** The work room: transactions, the events they tell, and what follows from them. */
export { type Change, createTools, type Machinery, type QueuedJob } from './create-tools.ts';
export { type HistoryPlace, readHistory } from './read-history.ts';
