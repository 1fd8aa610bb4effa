-- The values of an update that may be sent: a keyed hash of each section's ordered value, because contacts and addresses
-- could be guessed from a plain one. An update under way during the upgrade has none, and is asked about again.
create table order_update_agreement (
  order_id    uuid not null references provisioning_order on delete cascade,
  section     text not null,
  fingerprint text not null,
  -- who has approved it; null if the policy asked nobody
  approved_by text,
  agreed_at   timestamptz not null,
  primary key (order_id, section)
);
