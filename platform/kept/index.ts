/**
 * Kept: what is read of a workspace's configuration for every message, and is the same until somebody changes it.
 *
 * What always holds:
 * - What is kept is right by a mark in the database alone, which triggers renew with every change. Processes tell each
 *   other nothing.
 * - A transaction sees what it changed itself, and what it changed and took back spoils nothing for others.
 * - What is kept does not depend on who reads it, and nobody can change it.
 *
 * A new reading: `keptReading('teams.standard-queue', ['queues'], read)`, and `select renew_marks_with('queues')` in a
 * migration of the domain that owns the table.
 */
export { keptReading, keptTables, type Source } from './kept-reading.ts';
