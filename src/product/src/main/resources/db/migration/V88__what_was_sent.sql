-- Whether something was sent for an order whose effect is not known yet: such an order cannot be
-- cancelled. The journal says the same of commands that may not be repeated.
alter table provisioning_order add column unanswered boolean not null default false;

-- Updates that an operator was asked about while the registry could still carry them out.
update provisioning_order o set awaits_registry = true
where o.status in ('IN_PROGRESS', 'WAITING') and o.operation in ('UPDATE', 'REVERT')
  and exists (
    select 1 from order_update_section s
    where s.order_id = o.id and s.state = 'WANTED'
      and s.reason in (
        'the registry has not carried it out in time',
        'the registrar accepted it and shows it otherwise',
        'the registrar no longer shows the name in this account'));

-- They go on waiting.
update order_update_section set reason = 'the registry has not carried it out yet'
where state = 'WANTED' and reason = 'the registry has not carried it out in time';
