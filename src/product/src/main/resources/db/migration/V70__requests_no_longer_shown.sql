-- A request that the registrar no longer shows may have been carried out without the name having
-- left yet: since when it is not shown says how long that is waited for.
alter table outgoing_transfer add column unlisted_since timestamptz;
