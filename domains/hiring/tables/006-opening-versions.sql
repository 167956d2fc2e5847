-- An open board follows its opening: each change of what stands on it raises the version, which is the head of its room.

alter table openings add column version bigint not null default 1;
