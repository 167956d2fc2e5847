-- What the ledger page asks: one line's mails by time, by kind, and by a part of who, what and id; each by an index.

-- What became of a mail as readers tell it apart: its fate, and among parked ones those that wait for nobody.
create function mail_kind(fate text, reason text) returns text immutable parallel safe language sql as $$
  select case
    when fate = 'threaded' and reason = 'bounce' then 'bounce'
    when fate <> 'parked' then fate
    when reason in ('auto-reply', 'receipt') then 'automatic'
    when reason in ('list', 'never', 'left', 'test') then reason
    else 'parked'
  end
$$;

drop index mail_ledger_of_line;
drop index mail_ledger_of_fate;
drop index mail_ledger_unsettled;
create index mail_ledger_by_time on mail_ledger (workspace_id, line_id, recorded_at desc, id desc) include (fate, reason);
create index mail_ledger_of_kind on mail_ledger (workspace_id, line_id, mail_kind(fate, reason), recorded_at desc, id desc);
create index mail_ledger_waiting on mail_ledger (workspace_id, line_id) where settled_at is null and mail_kind(fate, reason) in ('parked', 'received');
create index mail_ledger_by_part on mail_ledger using gin
  (lower(coalesce(from_address, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(message_id, '')) gin_trgm_ops);
