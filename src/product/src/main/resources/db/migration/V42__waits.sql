-- A wait keeps its beginning in waiting_since while it is looked at and tried again; people_ms and
-- registrar_ms have all of its time up to here.
alter table provisioning_order add column waits_added_until timestamptz;

-- How long the losing registrar has to object, by the zone: known before the transfer is requested.
alter table order_transfer add column pending_ms bigint;
