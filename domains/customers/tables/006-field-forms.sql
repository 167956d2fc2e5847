-- Fields belong to one brand or to all, have a form (when they are shown, when they must be said), and know money and
-- yes or no beside what they knew.

alter table field_definitions
  add column brand_id uuid,
  add column currency text check (currency ~ '^[A-Z]{3}$'),
  add column shown_when jsonb,
  add column required_when jsonb,
  add foreign key (workspace_id, brand_id) references brands,
  drop constraint field_definitions_type_check,
  add check (type in ('text', 'number', 'date', 'time', 'boolean', 'choice', 'choices', 'link', 'money')),
  add check ((type = 'money') = (currency is not null)),
  -- a name is free again once its field was put away
  drop constraint field_definitions_workspace_id_object_kind_name_key;
create unique index field_definitions_by_name on field_definitions
  (workspace_id, object_kind, coalesce(brand_id, '00000000-0000-0000-0000-000000000000'), lower(name)) where archived_at is null;
-- Companies by what a field of theirs says.
create index companies_custom on companies using gin (custom jsonb_path_ops);
