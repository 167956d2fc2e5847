-- What a customer agreed to, by purpose and by the way they may be reached: every word given or withdrawn stays as it was
-- recorded; the last one counts. Rows stay with the record they were written for and are read with who it was merged into.

create table consents (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  customer_id uuid not null,
  -- who the record belongs to now; the record itself where nothing was merged
  survivor_id uuid not null,
  purpose text not null check (purpose in ('marketing', 'news', 'surveys', 'recording', 'profiling')),
  medium text not null check (medium in ('mail', 'phone', 'message', 'post')),
  state text not null check (state in ('given', 'withdrawn')),
  -- when the customer said so, which may be before it was written down
  said_at timestamptz not null,
  source text not null check (source in ('customer', 'form', 'call', 'letter', 'contract', 'unsubscribed', 'import')),
  evidence text not null default '' check (length(evidence) <= 2000),
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- the last word of this purpose and medium
  is_current boolean not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, survivor_id) references customers,
  foreign key (workspace_id, recorded_by) references teammates
);
create index consents_of_customer on consents (workspace_id, survivor_id, said_at desc, id desc);
create index consents_of_record on consents (workspace_id, customer_id, said_at desc, id desc);
create unique index consents_current on consents (workspace_id, survivor_id, purpose, medium) where is_current;
-- who may be written to for a purpose
create index consents_by_word on consents (workspace_id, purpose, medium, state, survivor_id) where is_current;
