-- What the registrar tells of its own accord. No more than a reason to look: an event can get lost,
-- come twice, late or too early, and few of its kinds are documented.
create table registrar_event (
  account     text not null references reseller_account on delete cascade,
  -- the registrar's number
  id          text not null,
  class       text not null,
  subclass    text not null,
  -- the name it is about; nothing else of its data is kept
  domain      text,
  happened_at timestamptz,
  received_at timestamptz not null,
  -- what became of it; null while it may still be for an order that does not wait yet
  handling    text check (handling in ('TOLD', 'NOBODY_WAITS', 'UNKNOWN_CLASS')),
  handled_at  timestamptz,
  -- when it was deleted at the registrar
  deleted_at  timestamptz,
  primary key (account, id),
  check ((handling is null) = (handled_at is null))
);
create index open_registrar_event on registrar_event (account) where handled_at is null;
create index undeleted_registrar_event on registrar_event (account) where deleted_at is null;
create index handled_registrar_event on registrar_event (handled_at);

-- What the watch over the list of transfers has told an order last, so that it says so once.
create table transfer_told (
  order_id uuid primary key references provisioning_order on delete cascade,
  news     text not null check (news in ('GONE', 'OVER', 'CONFIRMATION_MAIL', 'AT_REGISTRY')),
  told_at  timestamptz not null
);

create index waiting_for_registry on provisioning_order (account)
  where awaits_registry and status in ('IN_PROGRESS', 'WAITING');
