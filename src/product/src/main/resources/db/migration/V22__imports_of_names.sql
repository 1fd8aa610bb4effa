-- An import: the names that an account has already, compared with a billing system's list of them.
create table names_import (
  id            uuid primary key,
  account       text not null references reseller_account on delete cascade,
  -- whether the names stay unknown here, so that the report is all that comes of it
  dry_run       boolean not null,
  -- whose list it was given; null without one
  list_format   text check (list_format in ('WHMCS', 'BLESTA', 'PLAIN')),
  login         text not null,
  state         text not null check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
  -- why it failed, for people
  reason        text,
  started_at    timestamptz not null,
  ended_at      timestamptz,
  list_rows     int not null,
  -- how far it is; null until it is known how much there is to do
  names         int,
  look_ups      int,
  look_ups_done int,
  contacts      int,
  contacts_done int
);
create unique index names_import_running on names_import (account) where state = 'RUNNING';
create index names_import_account on names_import (account, started_at);

-- What it has found, for as long as it is kept.
create table names_import_finding (
  import_id uuid not null references names_import on delete cascade,
  n         int not null,
  domain    text not null,
  kind      text not null,
  line      int,
  billing   text,
  registrar text,
  cure      text not null,
  primary key (import_id, n)
);

-- The billing system's list, while the import runs.
create table names_import_row (
  import_id  uuid not null references names_import on delete cascade,
  line       int not null,
  -- as it was written where it is no name
  domain     text not null,
  standing   text not null check (standing in ('BILLED', 'PENDING', 'NOT_RENEWED', 'ENDED', 'LEFT', 'NO_NAME')),
  -- what the billing system says of it, for people
  said       text not null,
  expires_on date,
  due_on     date,
  -- what of the row cannot be read, for people
  problem    text,
  primary key (import_id, line)
);

-- What the registrar states of the names, while the import runs.
create table names_import_name (
  import_id     uuid not null references names_import on delete cascade,
  domain        text not null,
  -- null until it is known
  here          boolean,
  status        text,
  -- as the registrar writes it
  renewal_mode  text,
  expires_at    timestamptz,
  paid_until    timestamptz,
  charged_at    timestamptz,
  -- whether it has to be looked up by itself, and was
  to_look_up    boolean not null,
  looked_up     boolean not null default false,
  -- where it is instead, or why the registrar does not say, for people
  remark        text,
  primary key (import_id, domain)
);

-- The contacts of the names, without their data.
create table names_import_contact (
  import_id uuid not null references names_import on delete cascade,
  domain    text not null,
  role      text not null check (role in ('OWNER', 'ADMIN', 'TECH', 'BILLING')),
  handle    text not null,
  primary key (import_id, domain, role, handle)
);
create table names_import_handle (
  import_id uuid not null references names_import on delete cascade,
  handle    text not null,
  -- names of the members that it lacks; null until it was looked at
  missing   text[],
  remark    text,
  primary key (import_id, handle)
);
