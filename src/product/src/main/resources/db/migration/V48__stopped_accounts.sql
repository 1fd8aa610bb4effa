-- accounts that the registrar has stopped: nothing is asked for them until a person says so
create table stopped_account (
  account    text primary key references reseller_account on delete cascade,
  stopped_at timestamptz not null,
  reason     text not null
);
