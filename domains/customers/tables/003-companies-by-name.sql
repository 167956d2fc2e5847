-- A company of a file is found by its name within its brand.
create index companies_by_name on companies (workspace_id, brand_id, lower(name));
