-- How often activities of processes were carried out on days that are over, and how long that took.
create table activity_day (
  day            date not null,
  proc_def_id    text not null,
  activity       text not null,
  -- of the logarithm of the duration: those of one class differ by a quarter at most
  duration_class int not null,
  finished       int not null,
  cancelled      int not null,
  millis         bigint not null,
  primary key (proc_def_id, day, activity, duration_class)
);

-- finds names that begin with something, and whole ones as before
create index provisioning_order_domain_start on provisioning_order (domain text_pattern_ops);
drop index provisioning_order_domain;

-- what went wrong is looked for among very many that went well
create index provisioning_order_not_done on provisioning_order (status, process_instance_id)
  where status in ('FAILED', 'CANCELLED');
