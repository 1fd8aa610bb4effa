-- Links in mails to holders of names: each is good for one answer.
create table holder_link (
  -- SHA-256 of what the link has; it stands nowhere else
  token_hash  bytea primary key,
  matter      text not null check (matter in ('AUTH_CODE', 'OUTGOING_TRANSFER')),
  account     text not null references reseller_account on delete cascade,
  domain      text not null,
  -- the order or the process that wants the answer
  subject     text not null,
  valid_until timestamptz not null,
  used_at     timestamptz,
  choice      text
);

create index holder_link_subject on holder_link (matter, subject);
