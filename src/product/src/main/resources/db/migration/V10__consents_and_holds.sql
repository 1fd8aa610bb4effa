-- Who has agreed to a change of registrant, and what keeps one from being made.

-- By which policy an account changes registrants. CORD is not in force: it is for trying out only.
alter table reseller_account
  add column registrant_change_policy text not null default '2016'
    check (registrant_change_policy in ('2016', 'CORD')),
  add check (registrant_change_policy = '2016' or system = 'SANDBOX');

-- What was agreed to. Evidence, which outlives the order and the account: it refers to neither.
create table consent_record (
  id               uuid primary key,
  -- the order in which they came
  number           bigint not null generated always as identity,
  account          text not null,
  domain           text not null,
  domain_unicode   text not null,
  order_reference  text not null,
  -- who placed that order: its login may see it
  login            text not null,
  side             text not null check (side in ('PRIOR', 'NEW')),
  kind             text not null check (kind in ('CONSENT', 'OPT_OUT')),
  agent            text not null,
  basis            text not null,
  text_version     text not null,
  evidence         text not null,
  channel          text not null
    check (channel in ('ORDER', 'TASK', 'STANDING')),
  recorded_by      text not null,
  given_at         timestamptz not null,
  recorded_at      timestamptz not null,
  -- of the data that was agreed to
  fingerprint      text not null,
  -- the standing authorisation it was made from
  authorization_id uuid,
  check ((authorization_id is not null) = (channel = 'STANDING'))
);
create index consent_record_domain on consent_record (domain);
create index consent_record_authorization on consent_record (authorization_id)
  where authorization_id is not null;

-- What ended: because other data was agreed to later, or because it was taken back.
create table consent_end (
  consent_id uuid primary key references consent_record,
  state      text not null check (state in ('VOID', 'REVOKED')),
  ended_at   timestamptz not null,
  reason     text not null,
  -- null where nobody did it, but a rule
  ended_by   text
);

create function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are evidence: they are added and never changed or deleted', tg_table_name;
end $$;
create trigger consent_record_stays before update or delete or truncate on consent_record
  for each statement execute function refuse_change_of_evidence();
create trigger consent_end_stays before update or delete or truncate on consent_end
  for each statement execute function refuse_change_of_evidence();

-- What registrants of an account have agreed to beforehand.
create table standing_authorization (
  id               uuid primary key,
  number           bigint not null generated always as identity,
  account          text not null references reseller_account on delete cascade,
  side             text not null check (side in ('PRIOR', 'NEW')),
  basis            text not null,
  text_version     text not null,
  valid_from       timestamptz not null,
  -- null for no end
  valid_until      timestamptz check (valid_until > valid_from),
  opt_out_of_lock  boolean not null,
  recorded_by      text not null,
  recorded_at      timestamptz not null,
  revoked_at       timestamptz,
  revoked_by       text,
  check ((revoked_at is null) = (revoked_by is null))
);
create index standing_authorization_account on standing_authorization (account);

-- A dispute in which the registrant of a name must not change. Those that were lifted stay here.
create table domain_hold (
  number         bigint primary key generated always as identity,
  domain         text not null,
  domain_unicode text not null,
  kind           text not null check (kind in ('UDRP', 'URS', 'TDRP', 'COURT')),
  reference      text not null,
  set_by         text not null,
  set_at         timestamptz not null,
  lifted_by      text,
  lifted_at      timestamptz,
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index one_hold on domain_hold (domain) where lifted_at is null;
