-- Lists of customers ask how often somebody bought and when last: told from now on, and here of what was bought before.
with recursive survivors as (
  select workspace_id, id as record_id, id as survivor_id from customers where merged_into_id is null
  union all
  select c.workspace_id, c.id, s.survivor_id from customers c
  join survivors s on c.workspace_id = s.workspace_id and c.merged_into_id = s.record_id
), bought as (
  select s.workspace_id, s.survivor_id, count(*)::int as order_count, max(o.placed_at) as last_at
  from orders o join survivors s on s.workspace_id = o.workspace_id and s.record_id = o.customer_id
  where o.phase <> 'cancelled' group by s.workspace_id, s.survivor_id
)
insert into customer_sums (workspace_id, customer_id, order_count, last_order_at)
select workspace_id, survivor_id, order_count, last_at from bought
on conflict (workspace_id, customer_id) do update set
  order_count = excluded.order_count, last_order_at = excluded.last_order_at;
