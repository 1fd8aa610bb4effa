-- When a reading first showed another value of a section, while no order here was about it.
alter table domain_section
  -- keyed, of the value that was read last; null where changes of the section are not noted
  add column fingerprint bytea,
  add column changed_at  timestamptz;

-- The registrant's mail address as it was read or ordered last, and the one before; a handle can keep its name and
-- get another address. Only in rows of the registrant.
alter table domain_section
  add column mail_sealed        bytea,
  add column former_mail_sealed bytea,
  add column mail_changed_at    timestamptz;
