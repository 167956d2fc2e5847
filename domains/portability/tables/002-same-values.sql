-- What a file leaves unsaid because it is the same in every line: the year, the source, the currency of a table.

alter table imports add column same_values jsonb not null default '{}';
