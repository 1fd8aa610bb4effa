-- The login whose names an import has brought: it sees them as if it had ordered them.
alter table stored_domain add column owner text;
alter table names_import add column owner text;

create index stored_domain_owner on stored_domain (owner) where owner is not null;
