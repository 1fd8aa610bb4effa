-- Nothing is sent to what belongs to a login that must not be used.
alter table webhook_endpoint
  add column owner_active boolean not null default true,
  -- whether anything is sent to it at present
  add column open boolean not null generated always as (state = 'ACTIVE' and owner_active) stored,
  -- of its last try: when it began, and whether the answer took long
  add column last_tried_at timestamptz,
  add column slow boolean not null default false;

-- What was left behind by clients that are gone: whoever got their names would get it.
delete from webhook_endpoint where owner like 'client/%'
  and not exists (select 1 from api_client c where 'client/' || c.name = owner);
update webhook_endpoint set owner_active = false
  where owner in (select 'client/' || name from api_client where state = 'DISABLED');

-- In the order in which they are sent, so that a long backlog need not be sorted each time.
create index webhook_delivery_pending on webhook_delivery (endpoint_id, next_try_at, seq)
  where state = 'PENDING';
drop index webhook_delivery_endpoint_id_next_try_at_idx;
-- What is due is looked for endpoint by endpoint.
drop index webhook_delivery_next_try_at_idx;
