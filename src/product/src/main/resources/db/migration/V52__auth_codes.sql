-- Orders for the auth code of a name, and the codes they have got.
alter table provisioning_order
  -- whether the transfer lock is to be opened
  add column unlock boolean,
  -- to whom the code goes
  add column deliver text check (deliver in ('CALLER', 'HOLDER')),
  -- from when on what failed is possible
  add column failure_until timestamptz,
  -- until when what the order has brought is valid
  add column valid_until timestamptz;

create table order_issued_code (
  order_id     uuid primary key references provisioning_order on delete cascade,
  issued_at    timestamptz not null,
  -- null as soon as it has been handed over, or its time is over
  code_sealed  bytea,
  -- when the registry no longer takes it; null if it has no end of its own
  valid_until  timestamptz,
  -- until when it can be read here
  kept_until   timestamptz not null,
  read_at      timestamptz,
  read_by      text
);

create index order_issued_code_kept on order_issued_code (kept_until) where code_sealed is not null;

-- How far such orders are, and what is to be undone about a name once its code has not been used.
create table order_code_course (
  order_id      uuid primary key references provisioning_order on delete cascade,
  -- whether the order has opened the transfer lock, so that it is set again
  unlocked      boolean not null default false,
  -- since when the registry has had to make a code; null if it has not
  pending_since timestamptz,
  -- until when the name can leave; null before that is known
  ends_at       timestamptz,
  -- whether the code is made void then
  voids         boolean not null default false,
  -- the registrar's words when it refused to protect the name again; null if it did not
  refusal       text
);
