-- What a teammate signs their mails with: one for all brands, and others for brands that want their own.
create table mail_signatures (
  workspace_id uuid not null,
  id uuid not null,
  teammate_id uuid not null,
  -- null: for every brand that has none of its own
  brand_id uuid,
  text text not null check (length(text) <= 5000),
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, teammate_id) references teammates,
  foreign key (workspace_id, brand_id) references brands
);
create unique index mail_signatures_of_teammate on mail_signatures (workspace_id, teammate_id, brand_id) nulls not distinct;
