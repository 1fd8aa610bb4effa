-- What people ask of many orders at once: how many ended how, and how long they took.

alter table provisioning_order
  add column ended_at      timestamptz,
  -- since when it waits for the same
  add column waiting_since timestamptz,
  -- how long it has waited for people, and for the registrar, without the wait that lasts still
  add column people_ms     bigint not null default 0,
  add column registrar_ms  bigint not null default 0,
  -- names are sold directly below a top-level domain
  add column tld           text not null
    generated always as (substr(domain, strpos(domain, '.') + 1)) stored;

-- Orders that there are already, by what was noted of them.
with course as (
  select order_id, kind, who, at,
    lead(at) over (partition by order_id order by id) as next_at
  from order_event
  where kind in ('WAITING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED')),
summed as (
  select order_id,
    max(at) filter (where kind in ('COMPLETED', 'FAILED', 'CANCELLED')) as ended_at,
    max(at) filter (where kind = 'WAITING') as waiting_since,
    coalesce(sum(extract(epoch from next_at - at) * 1000)
      filter (where kind = 'WAITING' and who <> 'REGISTRAR'), 0)::bigint as people_ms,
    coalesce(sum(extract(epoch from next_at - at) * 1000)
      filter (where kind = 'WAITING' and who = 'REGISTRAR'), 0)::bigint as registrar_ms
  from course group by order_id)
update provisioning_order o
set ended_at = case when o.status in ('COMPLETED', 'FAILED', 'CANCELLED')
      then coalesce(s.ended_at, o.updated_at) end,
    waiting_since = case when o.status = 'WAITING' then coalesce(s.waiting_since, o.updated_at) end,
    people_ms = greatest(0, coalesce(s.people_ms, 0)),
    registrar_ms = greatest(0, coalesce(s.registrar_ms, 0))
from provisioning_order all_orders left join summed s on s.order_id = all_orders.id
where o.id = all_orders.id;

create index provisioning_order_ended on provisioning_order (ended_at) where ended_at is not null;

-- Days that are over do not change: they are counted once, and orders are looked at for later ones only.
create table figures_counted (
  only_row boolean primary key default true check (only_row),
  -- the first day that is not; null before there is one
  before   date
);
insert into figures_counted default values;

create table figures_orders (
  -- in UTC
  day       date not null,
  operation text not null,
  account   text not null,
  tld       text not null,
  status    text not null,
  reason    text,
  code      int,
  orders    int not null
);
create index figures_orders_day on figures_orders (day);

-- How long completed orders took: so many in each class of times, and no single ones.
create table figures_times (
  day       date not null,
  operation text not null,
  part      text not null check (part in ('TOTAL', 'PEOPLE', 'REGISTRAR', 'OWN')),
  class     smallint not null,
  orders    int not null
);
create index figures_times_day on figures_times (day);

-- What accounts had to spend when the registrar was asked last.
create table account_balance (
  account  text primary key references reseller_account on delete cascade,
  amount   numeric not null,
  currency text not null,
  read_at  timestamptz not null
);

-- Locks that end soon.
create index order_transfer_lock_ends on order_transfer_lock (ends_at) where gone_at is null;
create index stored_domain_change_locked on stored_domain (change_locked_until)
  where change_locked_until is not null;
create index stored_domain_locked on stored_domain (locked_until) where locked_until is not null;
