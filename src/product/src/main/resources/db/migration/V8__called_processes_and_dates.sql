-- Processes that carry out a part of an order for the order's own process, while they run.
create table order_called_process (
  process_instance_id text primary key,
  order_id            uuid not null references provisioning_order on delete cascade
);

-- How far the setting up of a name that has come by a transfer has got.
create table order_transfer_setup (
  order_id             uuid primary key references provisioning_order on delete cascade,
  -- what the registrar said to the change of transfer lock and name servers
  settings_refusal     text,
  settings_pending     boolean not null default false,
  -- since when the registrar has the order's contacts, or why it has not
  contacts_replaced_at timestamptz,
  contacts_refusal     text,
  -- what was seen when the name was read back last
  differences          text[] not null default '{}',
  without_contacts     boolean not null default false,
  trade_pending        boolean not null default false,
  trade_created_at     timestamptz
);

-- A name as an account had it at the registrar when it was read last.
create table stored_domain (
  account         text not null references reseller_account on delete cascade,
  domain          text not null,
  domain_unicode  text not null,
  status          text not null check (status in
    ('ACTIVE', 'PENDING', 'EXPIRED', 'TRANSFERRED_AWAY', 'DELETED', 'UNKNOWN')),
  -- null where the zone has no lock
  transfer_locked boolean,
  locked_until    timestamptz,
  -- the order it was read for: its login may see it
  order_id        uuid not null references provisioning_order on delete cascade,
  read_at         timestamptz not null,
  primary key (account, domain)
);

-- Its dates. One that a later reading does not state stays, with the time at which it was read.
create table stored_domain_date (
  account text not null,
  domain  text not null,
  kind    text not null check (kind in ('CREATED', 'EXPIRES', 'PAID_UNTIL', 'FAILURE')),
  at      timestamptz not null,
  source  text not null check (source in ('REGISTRAR', 'COMPUTED')),
  read_at timestamptz not null,
  primary key (account, domain, kind),
  foreign key (account, domain) references stored_domain on delete cascade
);

create index provisioning_order_domain on provisioning_order (domain);
