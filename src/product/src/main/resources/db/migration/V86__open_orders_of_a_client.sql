-- null for as many as everybody
alter table api_client add column open_orders int check (open_orders > 0);

-- counted at each order of a client
create index open_orders_of_login on provisioning_order (login)
  where status in ('IN_PROGRESS', 'WAITING');
