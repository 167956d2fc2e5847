-- What a client reads of their own brand, newest first: never what is confidential, nor the stone of a merged one.
create index conversations_for_clients on conversations (workspace_id, brand_id, opened_at desc, id desc)
  where confidential_at is null and merged_at is null;
