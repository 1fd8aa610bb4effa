-- What the registrar has booked on its account for orders.
alter table provisioning_order
  -- when the first of what may have cost money was sent
  add column bought_at       timestamptz,
  -- when the registrar's account is read next for the charge; null once it is known, or given up
  add column booking_due_at  timestamptz,
  add column booked_amount   numeric,
  add column booked_currency text;

create index provisioning_order_booking_due on provisioning_order (booking_due_at)
  where booking_due_at is not null;

-- Each booking belongs to one order, however often it is read.
create table order_booking (
  account   text not null,
  booking   text not null,
  order_id  uuid not null references provisioning_order (id) on delete cascade,
  -- without VAT; negative for what was given back
  amount    numeric not null,
  currency  text not null,
  booked_at timestamptz not null,
  primary key (account, booking, booked_at)
);

create index order_booking_order on order_booking (order_id);
