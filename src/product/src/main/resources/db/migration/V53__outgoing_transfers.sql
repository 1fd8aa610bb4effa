-- Requests of others for names that are here: one row for each request, one open at a time for each name.
create table outgoing_transfer (
  id                uuid primary key,
  account           text not null references reseller_account on delete cascade,
  domain            text not null,
  found_at          timestamptz not null,
  -- null if the registrar does not state it
  requested_at      timestamptz,
  gaining_registrar text,
  to_other_account  boolean not null default false,
  -- when the registry lets the name go if nobody answers, and whether the registrar states that
  executes_at       timestamptz not null,
  executes_stated   boolean not null default false,
  state             text not null check (state in ('OPEN', 'GONE', 'STAYED')),
  ended_at          timestamptz,
  -- null as long as nobody has answered, and for good if nobody does
  answer            text check (answer in ('APPROVE', 'DENY')),
  -- why it is denied; the proof may be about people
  reason            text,
  proof_sealed      bytea,
  -- login of the person; null if the policy has answered
  answered_by       text,
  answered_at       timestamptz,
  -- when the registrar took the answer
  sent_at           timestamptz,
  -- when the holder was told by mail
  holder_told_at    timestamptz,
  -- what the registrar said when it refused an answer, for people
  problem           text,
  check ((state = 'OPEN') = (ended_at is null)),
  check ((answer is null) = (answered_at is null))
);

create unique index outgoing_transfer_open on outgoing_transfer (account, domain) where state = 'OPEN';
create index outgoing_transfer_of_name on outgoing_transfer (account, domain, found_at);
