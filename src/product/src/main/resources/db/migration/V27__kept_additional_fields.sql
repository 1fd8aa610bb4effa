-- What a registry wanted to know of a name beyond its contacts, kept for the next order for it.
create table kept_additional_field (
  account      text not null,
  domain       text not null,
  parameter    text not null,
  value_sealed bytea not null,
  -- the order that they were kept of: they are about the registrant that it has
  order_id     uuid not null references provisioning_order on delete cascade,
  primary key (account, domain, parameter)
);

create index kept_additional_field_order on kept_additional_field (order_id);
