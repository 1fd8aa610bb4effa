-- The registrar states two ends of locks. What was read so far was shown as the one after a change of registrant.
alter table stored_domain add column change_locked_until timestamptz;
update stored_domain set change_locked_until = locked_until, locked_until = null;

-- The lock that follows a change of registrant, for the order that has made the change.
create table order_transfer_lock (
  order_id          uuid primary key references provisioning_order on delete cascade,
  begun_at          timestamptz not null,
  -- whether the name is to be locked against transfers after it
  locked_afterwards boolean not null,
  -- its end, by our own count until the registrar states one
  ends_at           timestamptz not null,
  source            text not null check (source in ('REGISTRAR', 'COMPUTED')),
  -- what was seen when the name was read last; null before that, and where the zone has no lock
  locked            boolean,
  -- what the registrar said to the change of the lock afterwards
  refusal           text,
  pending           boolean not null default false,
  -- when it was seen that the name has left the account
  gone_at           timestamptz
);
