-- How a zone changes registrants, and whether it knows opting out of the lock, in words that are not the registrar's.
alter table order_registrant_change add column opt_out_possible boolean not null default true;
update order_registrant_change set opt_out_possible = false where repository like '%AFNIC%';
alter table order_registrant_change drop column repository;
update order_registrant_change set changed_by_zone = case
    when changed_by_zone = 'ICANN-TRADE' then 'ICANN_TRADE'
    when changed_by_zone in ('TRADE', 'UPDATE') then changed_by_zone
    when changed_by_zone in ('REGISTRY', 'NEWREG') then 'ELSEWHERE'
    else 'UNKNOWN'
  end
where changed_by_zone is not null or prior_registrant is not null;

-- What only some operations have is not stored for the others any more.
alter table provisioning_order
  alter column nameservers drop not null,
  alter column renewal_mode drop not null,
  alter column transfer_lock drop not null,
  alter column privacy drop not null,
  alter column confirmed drop not null,
  alter column hold drop not null;
