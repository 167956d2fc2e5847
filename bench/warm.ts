import { ask } from './database.ts';

/**
 * Reads tables with their partitions, indexes and long values through the kernel's page cache, as days of work would:
 * what is measured afterwards does not wait for a disk, as far as the machine's memory holds them.
 */
export async function readIntoMemory(url: string, tables: readonly string[]): Promise<void> {
  await ask(url, 'create extension if not exists pg_prewarm');
  await ask(
    url,
    `with leaves as (
       select c.oid, c.reltoastrelid from pg_class c left join pg_inherits p on p.inhrelid = c.oid
       where c.relkind = 'r' and coalesce(p.inhparent, c.oid)::regclass::text = any($1)),
     parts as (
       select oid from leaves
       union select reltoastrelid from leaves where reltoastrelid <> 0
       union select i.indexrelid from pg_index i join leaves on i.indrelid in (leaves.oid, leaves.reltoastrelid))
     select sum(pg_prewarm(parts.oid, 'read')) as blocks from parts`,
    [tables],
  );
}
