-- Small files lie in their row: a mail without attachments has some kilobytes, and a file of its own for it costs five
-- ways to the disk, two of them waited for, or a request to the bucket; here it is written with the log that its
-- transaction waits for anyway. Null: the bytes lie under their address in the folder or bucket.
--
-- The rules of single columns become domains, without a new copy of the table (docs/decisions/0029, and how in events/004).
lock table files in access exclusive mode;

create domain sha256_hex as text;
create domain byte_count as bigint;
create domain reference_count as integer;

alter table files
  drop constraint files_sha256_check,
  drop constraint files_size_bytes_check,
  drop constraint files_ref_count_check,
  alter column sha256 type sha256_hex,
  alter column size_bytes type byte_count,
  alter column ref_count type reference_count,
  add column bytes bytea,
  -- out of the row as they are where it grows too long: to shorten them would cost more than it saves
  alter column bytes set storage external;

alter domain sha256_hex add check (value ~ '^[0-9a-f]{64}$');
alter domain byte_count add check (value >= 0);
alter domain reference_count add check (value >= 0);

select analyze_used('files');
