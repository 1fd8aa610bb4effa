-- The daily check stores all names of an account, also those that nobody has ordered anything for here.
alter table stored_domain
  alter column order_id drop not null,
  -- what the registrar does at the end of the period; null where it states none of our modes
  add column renewal_mode         text check (renewal_mode in ('AUTORENEW', 'AUTOEXPIRE', 'AUTODELETE')),
  add column renewal_mode_source  text check (renewal_mode_source in ('REGISTRAR', 'COMPUTED')),
  add column renewal_mode_read_at timestamptz,
  -- the expiry for which the registrar has charged by itself and did not give the money back
  add column kept_paid_for        timestamptz,
  -- when the name was last in the list of the account's names
  add column listed_at            timestamptz,
  -- the first complete list that it was missing in, while it is missing
  add column missing_since        timestamptz,
  -- when it was looked for singly and not found; with what is known of it, for people
  add column gone_at              timestamptz,
  add column gone_how             text,
  -- when people were told so and have noted it
  add column gone_reported_at     timestamptz,
  -- the last moment in which a deleted name can be had back, where the registrar states one
  add column restorable_until     timestamptz,
  -- the expiry for which people have noted that the name is about to end
  add column expiring_noted_for   timestamptz;

create index stored_domain_order on stored_domain (order_id);

alter table stored_domain_date drop constraint stored_domain_date_kind_check;
alter table stored_domain_date add constraint stored_domain_date_kind_check check (kind in
  ('CREATED', 'EXPIRES', 'PAID_UNTIL', 'FAILURE', 'ACCOUNTING', 'FINALIZATION'));

-- In the order in which names that end are listed.
create index stored_domain_date_expires on stored_domain_date (at, account, domain)
  where kind = 'EXPIRES';

alter table reseller_account
  -- what becomes of a name with another renewal mode than it was ordered with
  add column renewal_mode_drift text not null default 'TASK' check (renewal_mode_drift in ('TASK', 'MEND')),
  -- whether an order to renew a name may have it restored first
  add column automatic_restore  boolean not null default true;

alter table account_finding drop constraint account_finding_kind_check;
alter table account_finding add constraint account_finding_kind_check check (kind in
  ('LOGIN', 'BALANCE', 'RENEWAL_MODE', 'NAMES', 'NAMES_GONE', 'NAMES_EXPIRING', 'PAID_NOT_RENEWED'));
