/** The database room: opening, migrating, ids, and the types generated from the migrated database. */
export { createDatabase, type RestoreOptions, type RestoreResult, restore } from './backup-restore.ts';
export { type BackupOptions, type BackupResult, backup } from './backup-write.ts';
export { type EmbeddedPostgres, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
export { insertLater } from './insert-later.ts';
export { migrate, readMigrations, type Migration } from './migrate.ts';
export { newId } from './new-id.ts';
export { inTransaction, openDatabase, type Database, type OpenOptions } from './open.ts';
export { builtByFields, builtOnce } from './built-once.ts';
export type { DB } from './schema.generated.ts';
export { planAfresh, planOnce, writeLater } from './statements.ts';
export { underLock } from './under-lock.ts';
export { watchWrites, writesSoFar } from './watched-writes.ts';
