-- Lists of orders are narrowed to an operation, an account or what did not go well, and what a reference begins with is
-- typed to find it.
create index provisioning_order_operation on provisioning_order (operation, created_at desc, id desc);
create index provisioning_order_account on provisioning_order (account, created_at desc, id desc);
create index provisioning_order_not_well on provisioning_order (status, created_at desc, id desc)
  where status in ('FAILED', 'CANCELLED');
create index provisioning_order_reference on provisioning_order (reference text_pattern_ops);
