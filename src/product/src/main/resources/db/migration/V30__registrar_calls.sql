-- Every call to the registrar: what was asked, what came back and how long it took. Neither what was sent with it nor
-- the name it was about: that is the order's.
create table registrar_call (
  id       bigint generated always as identity primary key,
  -- null for a call that no order has made
  order_id uuid,
  account  text not null,
  command  text not null,
  -- the registrar's; null if there was no answer
  code     int,
  -- why there was none
  trouble  text,
  at       timestamptz not null,
  millis   int not null,
  check ((code is null) = (trouble is not null))
);

create index registrar_call_order on registrar_call (order_id) where order_id is not null;
create index registrar_call_at on registrar_call (at);
