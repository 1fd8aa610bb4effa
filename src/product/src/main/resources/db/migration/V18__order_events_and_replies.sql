-- What has happened to an order, for whoever asks; the texts have no personal data.
create table order_event (
  id       bigint generated always as identity primary key,
  order_id uuid not null references provisioning_order on delete cascade,
  at       timestamptz not null,
  kind     text not null,
  -- whom it waits for, and for what
  who      text,
  code     text,
  text     text,
  -- the login that did it, where somebody did
  by       text
);
create index order_event_order on order_event (order_id, id);

insert into order_event (order_id, at, kind, by)
select id, created_at, 'PLACED', login from provisioning_order;
insert into order_event (order_id, at, kind, who, code, text)
select id, updated_at, status, waiting_who, waiting_code,
  case status when 'WAITING' then waiting_what when 'COMPLETED' then outcome_code
    when 'FAILED' then failure_message end
from provisioning_order where status <> 'IN_PROGRESS';

-- What was answered to a request that has an idempotency key.
create table idempotent_reply (
  login       text not null,
  key         text not null,
  fingerprint text not null,
  created_at  timestamptz not null,
  -- until when whoever began to answer may be expected to end
  begun_until timestamptz not null,
  status      int,
  location    text,
  body        text,
  primary key (login, key)
);
create index idempotent_reply_age on idempotent_reply (created_at);

alter table provisioning_order drop column idempotency_key;

-- lists of orders, latest first, and what is looked for in them
create index provisioning_order_login on provisioning_order (login, created_at desc, id desc);
create index provisioning_order_created on provisioning_order (created_at desc, id desc);
create index provisioning_order_updated on provisioning_order (updated_at);
create index provisioning_order_metadata on provisioning_order using gin (metadata jsonb_path_ops);
