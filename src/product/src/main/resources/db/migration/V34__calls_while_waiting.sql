-- Looks at what an order waits for take no time of their own: that time is told as waiting.
alter table registrar_call add column while_waiting boolean not null default false;

-- While a new version is rolled out, nodes of the one before end orders without saying when.
create function note_end_of_order() returns trigger language plpgsql as $$
begin
  new.ended_at := new.updated_at;
  new.waiting_since := null;
  return new;
end $$;
create trigger provisioning_order_ends before update of status on provisioning_order
  for each row when (new.ended_at is null and new.status in ('COMPLETED', 'FAILED', 'CANCELLED'))
  execute function note_end_of_order();
