-- Processes that carry out no order ask the registrar, too, and those that are called by others.
alter table registrar_call
  -- null for a call that no process has made
  add column process_instance_id text;

create index registrar_call_process on registrar_call (process_instance_id) where process_instance_id is not null;
