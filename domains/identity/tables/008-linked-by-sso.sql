-- Came in by single sign-on, into an account that may have been there: whoever made that account proved nothing here.
alter table teammates add column linked_by_sso boolean not null default false;
