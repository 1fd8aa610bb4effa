-- Since when a renewal that does not show is waited for: anew when somebody decides to keep waiting. That it was
-- confirmed stays where it was.
alter table order_renewal add column waited_for_since timestamptz;
update order_renewal set waited_for_since = bought_at;
