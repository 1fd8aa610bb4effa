alter table reseller_account
  -- whether two persons have to approve that a name leaves for somebody who has asked for it
  add column transfer_out_four_eyes boolean not null default false;
