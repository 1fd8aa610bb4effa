-- What a rule of the account set as ordered last, without asking anybody: what differs in the same
-- way within days is set by something else, and is for a person.
create table domain_drift_mended (
  account   text not null references reseller_account on delete cascade,
  domain    text not null,
  -- the same as long as a name differs in the same way
  mark      text not null,
  mended_at timestamptz not null,
  primary key (account, domain)
);
