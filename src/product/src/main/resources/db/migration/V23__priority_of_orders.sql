-- Whoever places very many orders at once must not hold up whoever places one.
alter table provisioning_order add column priority int not null default 0;

create index order_in_progress on provisioning_order (login, operation) where status = 'IN_PROGRESS';
