-- Orders that renew a name, or bring back one that was deleted.

-- The end of the period that the caller believes the name has; another one is refused.
alter table provisioning_order add column believed_expiry date;

-- What is to be bought, by the last look at the name.
create table order_renewal (
  order_id          uuid primary key references provisioning_order on delete cascade,
  expires_before    timestamptz not null,
  paid_until_before timestamptz not null,
  -- until when it can be renewed although its period is over
  renewable_until   timestamptz,
  years             int not null,
  -- of a name with a price of its own
  price_class       text,
  -- whether the registry renews on command; else the renewal is paid, and done at the end of the period
  explicit          boolean not null,
  -- since when the registrar has said that it is done
  bought_at         timestamptz,
  refusal_code      int
);

-- The bringing back of a deleted name.
create table order_restoration (
  order_id         uuid primary key references provisioning_order on delete cascade,
  -- null where the registrar does not say
  restorable_until timestamptz,
  price_class      text,
  -- years that are bought after it, in the price that is agreed to; 0 for none
  renewed_years    int not null,
  restore_amount   numeric,
  restore_currency text,
  requested_at     timestamptz,
  restored_at      timestamptz,
  check ((restore_amount is null) = (restore_currency is null))
);
