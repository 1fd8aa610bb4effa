-- How a name is set up, section by section: as it was read last, and as orders want it.
create table domain_section (
  account        text not null references reseller_account on delete cascade,
  domain         text not null,
  section        text not null check (section in
    ('NAMESERVERS', 'CONTACTS', 'REGISTRANT_DETAILS', 'TRANSFER_LOCK', 'PRIVACY', 'RENEWAL_MODE')),
  -- as JSON; sealed where it leads to personal data
  wanted         text,
  wanted_sealed  bytea,
  wanted_since   timestamptz,
  -- the order that wants it; null for what was taken over from the registrar
  wanted_by      uuid references provisioning_order on delete set null,
  present        text,
  present_sealed bytea,
  read_at        timestamptz,
  source         text check (source in ('ORDER', 'DAILY_CHECK', 'REFRESH')),
  primary key (account, domain, section)
);

create index domain_section_wanted_by on domain_section (wanted_by) where wanted_by is not null;

-- The mode that each name was ordered with last. Other sections could be changed at the registrar only, so
-- that what was ordered once says nothing of what is wanted now.
insert into domain_section (account, domain, section, wanted, wanted_since, wanted_by)
select distinct on (o.account, o.domain) o.account, o.domain, 'RENEWAL_MODE',
  '{"renewalMode":"' || o.renewal_mode || '","contacts":{}}', coalesce(o.ended_at, o.updated_at), o.id
from provisioning_order o join reseller_account a on a.name = o.account
where o.renewal_mode is not null
  and (o.status = 'COMPLETED' and o.operation in ('REGISTER', 'TRANSFER', 'SUSPEND', 'UNSUSPEND', 'CANCEL')
    or exists (select 1 from order_restoration r where r.order_id = o.id and r.restored_at is not null))
order by o.account, o.domain, o.created_at desc;
