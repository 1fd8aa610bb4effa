-- Programs that use the order API under a login of their own, client/<name>.
create table api_client (
  name                text primary key check (name ~ '^[a-z0-9][a-z0-9-]{1,30}$'),
  description         text not null,
  -- names, or * alone for all
  accounts            text[] not null check (cardinality(accounts) > 0),
  operations          text[] not null check (cardinality(operations) > 0),
  -- null for as many as everybody
  requests_per_minute int check (requests_per_minute > 0),
  state               text not null check (state in ('ACTIVE', 'DISABLED')),
  created_at          timestamptz not null
);

-- What they log in with. The secret part is nowhere: it is as random as its hash.
create table api_client_token (
  id            text primary key,
  client        text not null references api_client on delete cascade,
  secret_sha256 bytea not null check (octet_length(secret_sha256) = 32),
  created_at    timestamptz not null,
  -- null for never
  expires_at    timestamptz,
  -- to the minute
  last_used_at  timestamptz
);
create index api_client_token_client on api_client_token (client);
