-- A company's conversations, the last first.
create index conversations_of_company on conversations (workspace_id, company_id, last_entry_at desc, id desc)
  where company_id is not null;
