-- Orders that change how a name is set up. Of name servers: null if none are ordered, none of them if the name is to
-- have none.
alter table provisioning_order
  -- whether the registrar's own name servers are wanted
  add column registrar_dns boolean,
  -- the order that is taken back, by its reference or its id
  add column reverts text;

-- Another address or phone of the registrant that an update is to set.
create table order_registrant_details (
  order_id       uuid primary key references provisioning_order on delete cascade,
  details_sealed bytea not null
);

create table order_update (
  order_id uuid primary key references provisioning_order on delete cascade,
  -- since when the registry has had to carry a change out; null if it has not
  pending_since timestamptz
);

-- How the name of an update is to be, was, and is afterwards.
create table order_update_settings (
  order_id        uuid not null references order_update on delete cascade,
  kind            text not null check (kind in ('WANTED', 'BEFORE', 'AFTER')),
  settings_sealed bytea not null,
  primary key (order_id, kind)
);

-- What has become of each section.
create table order_update_section (
  order_id uuid not null references order_update on delete cascade,
  section  text not null,
  state    text not null check (state in ('WANTED', 'DONE', 'UNCHANGED', 'REFUSED')),
  reason   text,
  primary key (order_id, section)
);
