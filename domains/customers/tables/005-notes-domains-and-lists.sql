-- What teammates write down about a customer; who belongs to a company by the domain they write from; lists by name.

create table customer_notes (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  text text not null check (length(text) between 1 and 10000),
  author_id uuid,
  written_at timestamptz not null,
  changed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, author_id) references teammates
);
create index customer_notes_of_customer on customer_notes (workspace_id, customer_id, written_at desc, id desc);

-- Somebody said so, or the domain of an address did. One that was ended by hand is not begun again by a domain.
alter table memberships add column via text not null default 'hand' check (via in ('hand', 'domain'));
create index memberships_people on memberships (workspace_id, company_id, since desc, customer_id desc) where until is null;

-- A removed identity stays for what was said by it (participants point at it), and frees its value.
alter table identities add column removed_at timestamptz;

create index companies_by_domain on companies using gin (domains);
create index companies_by_part on companies using gin (lower(name) gin_trgm_ops);
create index companies_in_order on companies (workspace_id, brand_id, lower(name), id);
-- Customers by name, brand by brand: a teammate of two brands reads the first of each.
create index customers_in_order on customers (workspace_id, brand_id, lower(name), id)
  where merged_into_id is null and erased_at is null;
-- Who writes from a domain that a company was given.
create index identities_by_domain on identities (workspace_id, brand_id, split_part(value_normalised, '@', -1), customer_id)
  where kind = 'address';
