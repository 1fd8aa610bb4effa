-- Accounts at CentralNic Reseller beside those at HEXONET.
alter table reseller_account drop constraint reseller_account_system_check;
alter table reseller_account add constraint reseller_account_system_check
  check (system in ('LIVE', 'OTE', 'SANDBOX', 'CNR_LIVE', 'CNR_OTE', 'CNR_SANDBOX'));
