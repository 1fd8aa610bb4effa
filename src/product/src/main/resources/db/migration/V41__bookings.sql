-- What the registrar has booked on its account for commands that cost money.
alter table command_journal
  -- when the registrar's account is read next for the charge; null once it is known, or given up
  add column booking_due_at timestamptz;

create index command_journal_booking_due on command_journal (booking_due_at)
  where booking_due_at is not null;
create index command_journal_paid on command_journal (account, object) where costs_money;

update command_journal set booking_due_at = now()
where costs_money and state = 'EXECUTED' and intended_at > now() - interval '7 days';

-- Each booking belongs to one command, however often it is read.
create table booking (
  account    text not null,
  booking    text not null,
  entry      bigint not null references command_journal (id) on delete cascade,
  -- without VAT; negative for what was given back
  amount     numeric not null,
  currency   text not null,
  booked_at  timestamptz not null,
  primary key (account, booking, booked_at)
);

create index booking_entry on booking (entry);

alter table provisioning_order
  -- what was booked for all that the order has bought; null before all of it is found
  add column booked_amount   numeric,
  add column booked_currency text;
