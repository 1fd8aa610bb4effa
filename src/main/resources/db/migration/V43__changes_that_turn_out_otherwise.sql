-- The handle of the new registrant for whom the registrar has refused the change itself, because it
-- wants a plain update instead; null if it has not.
alter table order_registrant_change add column update_wanted_for text;
