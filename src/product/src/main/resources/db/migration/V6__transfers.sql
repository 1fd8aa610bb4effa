-- Orders that bring a name from elsewhere. Their auth codes are secrets that live no longer than needed.

alter table provisioning_order alter column period_years drop not null;

create table order_auth_code (
  order_id    uuid primary key references provisioning_order on delete cascade,
  code_sealed bytea not null
);

-- How far the transfer of a name has come.
create table order_transfer (
  order_id         uuid primary key references provisioning_order on delete cascade,
  -- from another registrar or from another account at the same one
  kind             text not null check (kind in ('REQUEST', 'USERTRANSFER')),
  -- what the transfer adds to the term; null before the registrar was asked
  period_years     int,
  price_class      text,
  losing_registrar text,
  confirmed_by_mail boolean not null default false,
  -- since when the registrar works on it, and until when it takes its time
  requested_at     timestamptz,
  phase            text check (phase in ('CONFIRMATION_MAIL', 'AT_REGISTRY')),
  phase_ends_at    timestamptz,
  -- somebody wants it withdrawn
  withdrawn_at     timestamptz
);
