-- Open orders are looked for all the time, among very many that have ended.
create index provisioning_order_open on provisioning_order (status, created_at desc, id desc)
  where status in ('IN_PROGRESS', 'WAITING');
create index provisioning_order_waiting on provisioning_order (waiting_code, created_at desc, id desc)
  where status = 'WAITING';

-- Whose contacts have a handle, and who has asked for one and not got it yet.
create index order_contact_with_handle on order_contact (registrar_handle) where registrar_handle is not null;
create index order_contact_without_handle on order_contact (order_id)
  where handle_tried_at is not null and registrar_handle is null;
