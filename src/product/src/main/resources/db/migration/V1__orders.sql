-- Domainflow's own tables. Personal data and secrets live here and never in the engine's tables.

create table reseller_account (
  name            text primary key,
  system          text not null check (system in ('LIVE', 'OTE', 'SANDBOX')),
  login           text not null,
  password_sealed bytea not null
);

create table provisioning_order (
  id                  uuid primary key,
  reference           text not null,
  login               text not null,
  idempotency_key     text,
  content_digest      text not null,
  operation           text not null,
  account             text not null references reseller_account,
  domain              text not null,
  domain_unicode      text not null,
  period_years        int not null,
  nameservers         text[] not null,
  renewal_mode        text not null,
  transfer_lock       boolean not null,
  privacy             boolean not null,
  idn_language        text,
  metadata            jsonb not null,

  status              text not null check (status in ('IN_PROGRESS', 'WAITING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  waiting_who         text,
  waiting_code        text,
  waiting_what        text,
  waiting_until       timestamptz,
  waiting_task_id     text,
  outcome_code        text,
  expires_at          timestamptz,
  outcome_renewal_mode text,
  locked_until        timestamptz,
  failure_reason      text,
  failure_message     text,
  failure_code        int,
  awaits_registry     boolean not null default false,
  charged             text not null check (charged in ('NO', 'YES', 'UNKNOWN')),
  process_instance_id text not null unique,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,

  unique (login, reference),
  unique (login, idempotency_key)
);

-- One order at a time may work on a name of an account; the database decides who is first.
create unique index one_open_order_per_name on provisioning_order (account, domain)
  where status in ('IN_PROGRESS', 'WAITING');

create table order_contact (
  order_id     uuid not null references provisioning_order on delete cascade,
  role         text not null,
  handle       text,
  first_name   text,
  last_name    text,
  organization text,
  street       text[],
  city         text,
  state        text,
  postal_code  text,
  country      text,
  phone        text,
  email        text,
  primary key (order_id, role)
);

-- Values of additional fields can be identity documents: all of them are sealed.
create table order_additional_field (
  order_id     uuid not null references provisioning_order on delete cascade,
  parameter    text not null,
  value_sealed bytea not null,
  primary key (order_id, parameter)
);

-- What we are about to ask the registrar to change, written before it is asked.
create table command_journal (
  id          bigint generated always as identity primary key,
  order_id    uuid not null,
  account     text not null,
  command     text not null,
  object      text not null,
  state       text not null check (state in ('INTENDED', 'IN_DOUBT', 'EXECUTED', 'REFUSED', 'NOT_EXECUTED')),
  intended_at timestamptz not null,
  doubt_since timestamptz,
  resolved_at timestamptz,
  code        int,
  description text
);
create unique index one_unresolved_command on command_journal (order_id, command)
  where state in ('INTENDED', 'IN_DOUBT');
create index command_journal_order on command_journal (order_id);

-- How far the clock of a demonstration is ahead of real time; empty in production.
create table clock_offset (
  only_row boolean primary key default true check (only_row),
  millis   bigint not null
);
