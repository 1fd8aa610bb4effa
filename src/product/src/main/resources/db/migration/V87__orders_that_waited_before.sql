-- An order that waits for its caller ends after a time. For orders that already waited when that
-- was introduced, the time begins with the upgrade; null for all others. The clock may have been
-- moved, so it is at least the time of the last change.
alter table provisioning_order add column ends_not_before timestamptz;

update provisioning_order
set ends_not_before =
  greatest(now(), (select max(updated_at) from provisioning_order)) + interval '14 days'
where status = 'WAITING';
