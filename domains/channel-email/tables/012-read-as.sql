-- The charset that a person said a mail is written in, where its own label is wrong; null: as the mail itself says.
alter table mail_ledger add column read_as text check (length(read_as) <= 40);
