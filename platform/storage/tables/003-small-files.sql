-- Small files lie in their row: a mail without attachments has some kilobytes, and a file of its own for it costs five
-- ways to the disk, two of them waited for, or a request to the bucket; here it is written with the log that its
-- transaction waits for anyway. Null: the bytes lie under their address in the folder or bucket.
--
-- What a column may hold is said by its type: a CHECK of the table is read anew by every statement that writes a row,
-- those of a type once a session.
create domain sha256_hex as text check (value ~ '^[0-9a-f]{64}$');
create domain byte_count as bigint check (value >= 0);
create domain reference_count as integer check (value >= 0);
alter table files
  drop constraint files_sha256_check,
  drop constraint files_size_bytes_check,
  drop constraint files_ref_count_check,
  alter column sha256 type sha256_hex,
  alter column size_bytes type byte_count,
  alter column ref_count drop default,
  alter column ref_count type reference_count,
  alter column ref_count set default 0,
  add column bytes bytea,
  -- out of the row as they are where it grows too long: to shorten them would cost more than it saves
  alter column bytes set storage external;
