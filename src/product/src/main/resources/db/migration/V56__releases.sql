-- Orders that give a name away.
alter table provisioning_order
  -- to whom, as the registry calls it
  add column release_target text;

create table order_release (
  order_id      uuid primary key references provisioning_order on delete cascade,
  -- who has agreed to it, and when
  approved_by   text not null,
  approved_at   timestamptz not null,
  -- when the registrar accepted it; null before
  requested_at  timestamptz
);
