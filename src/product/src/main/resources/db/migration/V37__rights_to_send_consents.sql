-- Which API clients may send consents of registrants with their orders, and by which version of the
-- text that the customers of their shop agree to. One in force for each client; those that were
-- taken back stay.
create table client_consent_right (
  number       bigint primary key generated always as identity,
  client       text not null references api_client on delete cascade,
  text_version text not null,
  given_by     text not null,
  given_at     timestamptz not null,
  revoked_by   text,
  revoked_at   timestamptz,
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index one_consent_right on client_consent_right (client) where revoked_at is null;
