-- The board of an opening asks stage by stage: each column is a page of its own, the newest first.

create index applications_by_stage on applications (workspace_id, opening_id, stage, id desc);

-- Where a range of pay comes from, in the employer's words: "own bands 2026".
alter table openings add column pay_source text check (length(pay_source) between 1 and 200);
