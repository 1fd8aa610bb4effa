-- The list of requests is read latest first.
create index outgoing_transfer_latest on outgoing_transfer (found_at, id);
