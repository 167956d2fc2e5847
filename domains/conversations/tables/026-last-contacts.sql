-- Lists of customers ask when somebody was heard of last: told from now on, and here of those who were heard before.
insert into customer_sums (workspace_id, customer_id, last_contact_at)
select workspace_id, customer_id, max(last_in_at) from conversations
where last_in_at is not null group by workspace_id, customer_id
on conflict (workspace_id, customer_id) do update set last_contact_at = excluded.last_contact_at;
