import type pg from 'pg';

/** The names of those who are made: some are met often, none is unknown to the search. */
const names = [
  'Anna',
  'Bo',
  'Carla',
  'Dieter',
  'Elin',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kaja',
  'Lars',
  'Mia',
];

/** Fills a workspace up to so many customers, with addresses, numbers, tags, fields, orders, contacts and consent. */
export async function fillCustomers(client: pg.Client, workspaceId: string, count: number): Promise<void> {
  const { rows } = await client.query<{ count: string; brand: string }>(
    `select (select count(*) from customers where workspace_id = $1) as count,
       (select id from brands where workspace_id = $1 order by id limit 1) as brand`,
    [workspaceId],
  );
  const missing = count - Number(rows[0]?.count ?? 0);
  if (missing > 0) await fill(client, [workspaceId, rows[0]?.brand], missing);
  await client.query('vacuum analyze customers, identities, customer_sums, consents, duplicate_suggestions');
}

async function fill(client: pg.Client, given: readonly unknown[], missing: number): Promise<void> {
  const [workspaceId] = given;
  await client.query('create temporary table made (id uuid, n integer)');
  await client.query(
    `insert into made select overlay(gen_random_uuid()::text placing lpad(to_hex(26869760 + n), 8, '0') from 1 for 8)::uuid, n
     from generate_series(1, $1::integer) as n`,
    [missing],
  );
  await client.query(
    `insert into customers (workspace_id, id, brand_id, name, locale, tags, custom, first_seen_at)
     select $1, id, $2, ($3::text[])[1 + n % cardinality($3::text[])] || ' Person ' || n,
       (array['sv', 'en-GB', 'de', null])[1 + n % 4],
       case when n % 40000 = 0 then array['rare'] when n % 20 = 0 then array['vip'] else '{}' end,
       '{}', now() - (n % 700) * interval '1 day' from made`,
    [...given, names],
  );
  await client.query(
    `insert into identities (workspace_id, id, brand_id, customer_id, kind, value, value_normalised, first_seen_at)
     select $1, gen_random_uuid(), $2, id, kind, value, value, now() from made cross join lateral (values
       ('address', 'person.' || n || '@mail' || n % 900 || '.example'), ('phone', '+4631' || (5000000 + n))) as of_kind (kind, value)`,
    [...given],
  );
  await client.query(
    `insert into customer_sums (workspace_id, customer_id, last_contact_at, order_count, last_order_at)
     select $1, id, now() - (n % 400) * interval '1 day', n % 14, case when n % 14 > 0 then now() - (n % 300) * interval '1 day' end
     from made where n % 3 > 0`,
    [workspaceId],
  );
  await client.query(
    `insert into consents (workspace_id, id, brand_id, customer_id, survivor_id, purpose, medium, state, said_at, source,
       recorded_at, is_current)
     select $1, gen_random_uuid(), $2, id, id, 'marketing', 'mail', case when n % 10 = 0 then 'withdrawn' else 'given' end,
       now(), 'form', now(), true from made where n % 5 = 0`,
    [...given],
  );
  await client.query(
    `insert into duplicate_suggestions (workspace_id, id, brand_id, one_id, other_id, reasons, found_at)
     select $1, gen_random_uuid(), $2, least(one.id, other.id), greatest(one.id, other.id), array['phone'], now()
     from made one join made other on other.n = one.n + 1 where one.n % 200 = 0`,
    [...given],
  );
}
