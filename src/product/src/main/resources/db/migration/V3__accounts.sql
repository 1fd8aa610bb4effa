-- What people set for a reseller account beside its login.

alter table reseller_account
  -- told to the registrar with each call, for logins that it lets in from some addresses only
  add column client_address         text,
  -- marks of the registrar's quota, in its points
  add column quota_soft             int not null default 300,
  add column quota_hard             int not null default 500,
  -- for orders that say nothing about these
  add column nameservers            text[] not null default '{}',
  add column renewal_mode           text not null default 'AUTOEXPIRE',
  add column transfer_lock          boolean not null default true,
  -- how the registrant of a name is changed where a change locks it
  add column registrant_change_mode text not null default 'WAIT_WITHOUT_LOCK'
    check (registrant_change_mode in
      ('LOCK_AT_ONCE', 'WAIT_WITHOUT_LOCK', 'WAIT_THEN_LOCK', 'ASK')),
  -- who attested that registrants made the reseller their designated agent; all three or none
  add column agent_attested_by      text,
  add column agent_attested_at      timestamptz,
  add column agent_terms_version    text,
  add check (quota_soft between 1 and quota_hard),
  add check ((agent_attested_by is null) = (agent_attested_at is null)
    and (agent_attested_by is null) = (agent_terms_version is null));

-- An account goes when none of its orders is open; those that have ended keep its name.
alter table provisioning_order drop constraint provisioning_order_account_fkey;
