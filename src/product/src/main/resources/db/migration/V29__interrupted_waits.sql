-- What an order waited for when a step stopped that has to be repaired; it waits for it again after that.
create table order_interrupted_wait (
  order_id uuid primary key references provisioning_order on delete cascade,
  who      text not null,
  code     text not null,
  what     text not null,
  until    timestamptz
);
