-- The questions of 0014-six-stories.md. `$1` is the workspace; tests/live/six-stories.test.ts runs each as it stands.

-- volume: $2 from, $3 to
-- Volume: attempts of customers, by brand and channel.
select brand_id, channel, count(*)::int as contacts from contacts
where workspace_id = $1 and direction = 'in' and started_at >= $2 and started_at < $3
group by brand_id, channel order by brand_id, channel;

-- handled: $2 conversation
-- Who handled each contact: who took it, or who answered first after it.
select c.channel, coalesce(c.handled_by, (
  select e.author_id from entries e
  where e.workspace_id = $1 and e.conversation_id = c.conversation_id and e.kind = 'out' and e.author_kind = 'teammate' and e.occurred_at >= c.started_at
    and not exists (select 1 from deliveries d where d.workspace_id = $1 and d.entry_id = e.id and d.cancelled_at is not null)
  order by e.occurred_at, e.id limit 1)) as teammate_id
from contacts c where c.workspace_id = $1 and c.conversation_id = $2 order by c.started_at, c.id;

-- timeline: $2 conversation, $3 and $4 the last row seen, $5 rows
-- The whole matter over all channels is one keyset, newest first; a page goes on where the last one ended.
select id, kind, channel, occurred_at from entries
where workspace_id = $1 and conversation_id = $2 and (occurred_at, id) < ($3::timestamptz, $4::uuid)
order by occurred_at desc, id desc limit $5;

-- handle-time: $2 conversation
-- Handle time of a contact: the evidence, summed.
select c.channel, h.kind, sum(extract(epoch from h.ended_at - h.started_at))::int as seconds
from handling_intervals h join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
where h.workspace_id = $1 and h.conversation_id = $2 and h.ended_at is not null
group by c.channel, h.kind order by c.channel, h.kind;

-- further-contact: $2 from, $3 to
-- Resolved at first contact is the absence of a **further contact**: the same customer, within seven days, in the same matter or about the same reason.
select c.id, exists (
  select 1 from contacts n join conversations nc on nc.workspace_id = n.workspace_id and nc.id = n.conversation_id
  where n.workspace_id = $1 and n.customer_id = c.customer_id and n.direction = 'in'
    and n.started_at > c.started_at and n.started_at <= c.started_at + interval '7 days'
    and (n.conversation_id = c.conversation_id or nc.reason_id = cc.reason_id)) as further
from contacts c join conversations cc on cc.workspace_id = c.workspace_id and cc.id = c.conversation_id
where c.workspace_id = $1 and c.direction = 'in' and c.started_at >= $2 and c.started_at < $3
order by c.started_at, c.id;

-- participants: $2 conversation
select role, address from participants
where workspace_id = $1 and conversation_id = $2 and left_at is null order by since, address;

-- transfer-path: $2 conversation
select body->>'fromAssigneeId' as from_teammate, body->>'assigneeId' as to_teammate, body->>'fromQueueId' as from_queue, body->>'queueId' as to_queue
from events where workspace_id = $1 and subject_id = $2 and name = 'conversation.assigned' order by occurred_at, id;

-- who-may-see: $2 conversation
-- Who may see it: what the rule looks at, on the row and in the grants; no history is asked.
select c.brand_id, c.team_id, c.assignee_id, c.confidential_at is not null as confidential,
  array(select g.teammate_id from conversation_grants g where g.workspace_id = $1 and g.conversation_id = c.id order by 1) as granted
from conversations c where c.workspace_id = $1 and c.id = $2;

-- reopened: $2 from, $3 to
select e.subject_id as conversation_id, e.body->>'by' as by,
  (select extract(epoch from e.occurred_at - max(k.occurred_at))::int from events k
   where k.workspace_id = $1 and k.subject_id = e.subject_id and k.name = 'conversation.closed' and k.occurred_at <= e.occurred_at) as after_seconds,
  (select c.channel from contacts c where c.workspace_id = $1 and c.conversation_id = e.subject_id and c.started_at <= e.occurred_at
   order by c.started_at desc, c.id desc limit 1) as channel
from events e where e.workspace_id = $1 and e.name = 'conversation.reopened' and e.occurred_at >= $2 and e.occurred_at < $3
order by e.occurred_at, e.id;

-- per-brand: $2 from, $3 to
-- One address writes to both brands: two customers, two identities, two conversations; nothing joins them. Ann serves both and sees both in one list; Bo serves the second and sees one. A merge across is refused.
select b.id as brand_id,
  (select count(*)::int from customers c where c.workspace_id = $1 and c.brand_id = b.id and c.merged_into_id is null) as customers,
  (select count(*)::int from conversations c where c.workspace_id = $1 and c.brand_id = b.id and c.merged_at is null) as conversations,
  (select count(*)::int from contacts c where c.workspace_id = $1 and c.brand_id = b.id and c.started_at >= $2 and c.started_at < $3) as contacts
from brands b where b.workspace_id = $1 order by b.is_first desc, b.name;
