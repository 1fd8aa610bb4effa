-- As long as an update has sent nothing, the state of its name before is the one that was read last.
-- Of those that there are it is not known; they keep theirs.
alter table order_update add column begun boolean not null default true;
alter table order_update alter column begun set default false;
