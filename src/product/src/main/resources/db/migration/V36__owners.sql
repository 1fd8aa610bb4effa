-- Whose names are they: a client, a group of clients or a billing login, for each account and name.
create table domain_owner (
  account text not null,
  -- in ASCII form
  domain  text not null,
  owner   text not null,
  since   timestamptz not null,
  primary key (account, domain)
);

create index domain_owner_owner on domain_owner (owner);
create index domain_owner_domain on domain_owner (domain);

-- Whose they became, and how; nothing is ever changed or deleted here.
create table domain_owner_change (
  id       bigint generated always as identity primary key,
  account  text not null,
  domain   text not null,
  former   text,
  -- null: nobody's
  owner    text,
  how      text not null check (how in
    ('CARRIED_OVER', 'IMPORTED', 'ORDERED', 'HANDED_OVER', 'GROUPED', 'CAME_BACK',
    'CLIENT_REMOVED')),
  -- login that did it; null if nobody did
  by       text,
  order_id uuid,
  reason   text,
  at       timestamptz not null
);

create index domain_owner_change_domain on domain_owner_change (domain, account, id);

-- One shop may have several programs: their names are the group's.
alter table api_client add column client_group text;

-- Whose the name was when it was ordered for; null: nobody's, so that only staff sees the order.
alter table provisioning_order add column owner text;

create index provisioning_order_owner on provisioning_order (owner, created_at desc, id desc);

-- What an event is told to is in its deliveries.
alter table webhook_event drop column owner;

-- Until now whoever had ordered something for a name saw it, and whoever might order, might order for it. What an import had
-- given stays. Else a name belongs to the client or billing login whose registration or transfer brought it last; never to
-- staff, and never to one whose transfer found it here already.
do $$
begin
  create temporary table client_login on commit drop as
    select 'client/' || name as login from api_client;
  -- there are no members before the engine's first start
  if to_regclass('act_id_membership') is not null then
    insert into client_login
      select distinct user_id_ from act_id_membership where group_id_ = 'billing';
  end if;

  insert into domain_owner (account, domain, owner, since)
    select account, domain, owner, now() from stored_domain
    where owner in (select login from client_login)
      and account in (select name from reseller_account);

  insert into domain_owner (account, domain, owner, since)
    select account, domain, login, now() from (
      select distinct on (account, domain) account, domain, login
      from provisioning_order
      where operation in ('REGISTER', 'TRANSFER')
        -- one that is open still may have brought its name, and does not do it again
        and status in ('COMPLETED', 'IN_PROGRESS', 'WAITING')
        and account in (select name from reseller_account)
        and outcome_code in ('REGISTERED', 'TRANSFERRED', 'ACCOUNT_CHANGED')
      order by account, domain, created_at desc) brought
    where login in (select login from client_login)
    on conflict do nothing;

  insert into domain_owner_change (account, domain, owner, how, at)
    select s.account, s.domain, o.owner, 'CARRIED_OVER', now()
    from stored_domain s left join domain_owner o on o.account = s.account and o.domain = s.domain
    union
    select account, domain, owner, 'CARRIED_OVER', now() from domain_owner;

  -- what has ended stays with whoever placed it; what is open belongs to the owner of its name, or to whoever is having it
  -- brought here
  update provisioning_order set owner = login
    where login in (select login from client_login)
      and (status not in ('IN_PROGRESS', 'WAITING') or operation in ('REGISTER', 'TRANSFER'));
  update provisioning_order o set owner = d.owner from domain_owner d
    where o.status in ('IN_PROGRESS', 'WAITING')
      and d.account = o.account and d.domain = o.domain;
end $$;

drop index stored_domain_owner;
alter table stored_domain drop column owner;
