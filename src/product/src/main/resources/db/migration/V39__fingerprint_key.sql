-- What the secrets of an order go into its fingerprint with: made at the first start, never shown, sealed like all secrets.
create table fingerprint_key (
  id         integer primary key check (id = 1),
  key_sealed bytea not null
);
