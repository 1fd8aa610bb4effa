-- Who has agreed that a code is given out, and what the registrant was told.
alter table order_code_course
  -- whether somebody has to agree, and why; null as long as that is not decided
  add column approval_needed boolean,
  add column look_at         text,
  -- who has agreed, and when
  add column approved_by     text,
  add column approved_at     timestamptz,
  -- when the mail about the code was sent, or else why it was not
  add column holder_told_at  timestamptz,
  add column not_told        text;

-- Orders under way are past what decides that, or come to it again.
insert into order_code_course (order_id, approval_needed)
select id, false from provisioning_order
where operation = 'AUTH_CODE' and status in ('IN_PROGRESS', 'WAITING')
on conflict (order_id) do update set approval_needed = false;

-- When a client got other rights, another group, or was enabled again.
alter table api_client add column changed_at timestamptz;
