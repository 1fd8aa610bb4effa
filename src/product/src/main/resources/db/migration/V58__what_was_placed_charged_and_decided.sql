-- Orders by the day on which they were placed, counted once the day is over, as those that ended are.
create table figures_placed (
  -- in UTC
  day       date not null,
  operation text not null,
  account   text not null,
  tld       text not null,
  orders    int not null
);
create index figures_placed_day on figures_placed (day);

insert into figures_placed (day, operation, account, tld, orders)
select (created_at at time zone 'UTC')::date, operation, account, tld, count(*)
from provisioning_order
where created_at < (select before from figures_counted)::timestamp at time zone 'UTC'
group by 1, 2, 3, 4;

-- What the registrar has booked for orders, by the day of the booking. A booking is often found days
-- after its day: so each is added once, whenever it comes, and those that are not yet are read one by one.
create table figures_charged (
  -- in UTC
  day       date not null,
  operation text not null,
  account   text not null,
  tld       text not null,
  currency  text not null,
  amount    numeric not null,
  bookings  int not null,
  primary key (day, operation, account, tld, currency)
);
alter table booking add column in_figures boolean not null default false;
create index booking_not_in_figures on booking (entry) where not in_figures;
create index booking_at on booking (booked_at);

-- What people have decided lately, among very much that has happened to orders.
create index order_event_decisions on order_event (at) where kind = 'TASK_COMPLETED';
