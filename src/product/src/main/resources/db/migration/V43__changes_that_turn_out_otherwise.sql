-- The handle of the new registrant for whom the registrar has refused the change itself, because it
-- wants a plain update instead; null if it has not.
alter table order_registrant_change add column update_wanted_for text;

-- A change is withdrawn for a dispute, too.
alter table order_registrant_change
  drop constraint order_registrant_change_withdrawn_for_check,
  add constraint order_registrant_change_withdrawn_for_check
    check (withdrawn_for in ('CALLER', 'AGENT', 'DEADLINE', 'DISPUTE'));
