alter table provisioning_order
  -- whether somebody has repeated the name that is to be deleted
  add column confirmed boolean not null default false,
  -- whether a suspended name is to stop resolving
  add column hold boolean not null default false,
  add column outcome_remark text;

-- Orders that delete a name: what it was like when somebody agreed to that.
create table order_deletion (
  order_id         uuid primary key references provisioning_order on delete cascade,
  created_at       timestamptz,
  expires_at       timestamptz,
  paid_until       timestamptz,
  -- the registrar's handle of the registrant
  owner            text,
  renewal_mode     text,
  -- for how long, and for what, it can be had back; null where the registrar does not say
  restorable_days  int,
  restore_amount   numeric,
  restore_currency text,
  -- when the registrar accepted the deletion
  requested_at     timestamptz
);

-- Orders that suspend, reactivate or cancel a name: what they found, and what they have to do.
create table order_suspension (
  order_id     uuid primary key references provisioning_order on delete cascade,
  -- null if the registrar shows a mode that we do not know
  mode_before  text,
  -- the mode that somebody had set elsewhere meanwhile
  mode_found   text,
  -- whether a renewal that was charged already is to be taken back
  take_back    boolean not null,
  hold_change  text check (hold_change in ('PUT', 'LIFT')),
  -- the registrar's words when it did not put the name on hold
  hold_refusal text
);

-- The names that are suspended, or cancelled at the end of their period, and how they were before.
create table domain_suspension (
  account     text not null references reseller_account on delete cascade,
  domain      text not null,
  kind        text not null check (kind in ('SUSPENDED', 'CANCELLED')),
  since       timestamptz not null,
  mode_before text,
  mode_set    text not null,
  -- whether it was us who put the name on hold
  hold_set    boolean not null default false,
  order_id    uuid not null references provisioning_order on delete cascade,
  primary key (account, domain)
);
