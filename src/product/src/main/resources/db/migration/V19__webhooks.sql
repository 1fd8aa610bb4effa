-- Addresses of billing systems that want to be told what happens to their orders.
create table webhook_endpoint (
  id            uuid primary key,
  -- login whose events it gets
  owner         text not null,
  url           text not null,
  -- null for all types
  types         text[],
  description   text,
  state         text not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
  -- why we have disabled it, for people
  reason        text,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  -- since when no try has succeeded, and what went wrong last; null while all is well
  failing_since timestamptz,
  last_error    text
);

create index on webhook_endpoint (owner);

-- The secrets that what is sent to an endpoint is signed with: the newest, and for a while the one before.
create table webhook_secret (
  id            uuid primary key,
  endpoint_id   uuid not null references webhook_endpoint on delete cascade,
  secret_sealed bytea not null,
  created_at    timestamptz not null,
  -- null for the newest
  valid_until   timestamptz
);

create index on webhook_secret (endpoint_id);

-- What happened, as it is told; written in the transaction in which it happened.
create table webhook_event (
  id          uuid primary key,
  owner       text not null,
  type        text not null,
  occurred_at timestamptz not null,
  -- sent as it is: the signature is over its bytes
  body        text not null
);

create index on webhook_event (occurred_at);

-- One event on its way to one endpoint.
create table webhook_delivery (
  id           uuid primary key default gen_random_uuid(),
  -- the order they are listed in
  seq          bigint generated always as identity,
  endpoint_id  uuid not null references webhook_endpoint on delete cascade,
  event_id     uuid not null references webhook_event on delete cascade,
  state        text not null check (state in ('PENDING', 'DELIVERED', 'EXHAUSTED')),
  -- tries since it was announced or sent again
  tries        int not null default 0,
  next_try_at  timestamptz,
  -- while a node is trying: who, and until when nobody else may
  lease        uuid,
  leased_until timestamptz,
  finished_at  timestamptz
);

create index on webhook_delivery (endpoint_id, seq);
create index on webhook_delivery (event_id);
create index on webhook_delivery (endpoint_id, next_try_at) where state = 'PENDING';
create index on webhook_delivery (next_try_at) where state = 'PENDING';
create index on webhook_delivery (endpoint_id) where lease is not null;

-- What came of each try.
create table webhook_try (
  delivery_id uuid not null references webhook_delivery on delete cascade,
  number      int not null,
  at          timestamptz not null,
  millis      int not null,
  -- null if there was no answer
  status      int,
  -- what went wrong, for people; null if nothing did
  error       text,
  primary key (delivery_id, number)
);
