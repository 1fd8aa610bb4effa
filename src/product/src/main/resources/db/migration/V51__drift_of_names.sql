-- What becomes of a section that is another than ordered, by account.
alter table reseller_account rename column renewal_mode_drift to drift_renewal_mode;
alter table reseller_account drop constraint reseller_account_renewal_mode_drift_check;
alter table reseller_account
  add constraint reseller_account_drift_renewal_mode_check
    check (drift_renewal_mode in ('TASK', 'MEND', 'ADOPT')),
  add column drift_nameservers   text not null default 'TASK' check (drift_nameservers in ('TASK', 'MEND', 'ADOPT')),
  add column drift_contacts      text not null default 'TASK' check (drift_contacts in ('TASK', 'MEND', 'ADOPT')),
  add column drift_transfer_lock text not null default 'TASK' check (drift_transfer_lock in ('TASK', 'MEND', 'ADOPT')),
  add column drift_privacy       text not null default 'TASK' check (drift_privacy in ('TASK', 'MEND', 'ADOPT'));

-- Names that are set up otherwise than ordered, until that is settled. How they are and are to be is in
-- domain_section.
create table domain_drift (
  account   text not null references reseller_account on delete cascade,
  domain    text not null,
  sections  text[] not null,
  found_at  timestamptz not null,
  looked_at timestamptz not null,
  -- the same as long as a name differs in the same way
  mark      text not null,
  -- what the registrar said when a section was to be set, for people
  problem   text,
  -- somebody wants it left as it is
  left_so   boolean not null default false,
  primary key (account, domain)
);
