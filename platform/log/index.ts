/** The log room: structured lines without message bodies, names or addresses. */
export { createLog, type LogOptions } from './create-log.ts';
