-- Each answer to a request of somebody else for a name, as it was given. Rows are added, and none is changed but for what the
-- registrar has said to it. The request itself has the answer that stands.
create table outgoing_transfer_answer (
  id            uuid primary key,
  -- in the order in which they were given
  number        bigint generated always as identity,
  transfer_id   uuid not null references outgoing_transfer on delete cascade,
  answer        text not null check (answer in ('APPROVE', 'DENY')),
  -- why it is denied; the proof may be about people
  reason        text,
  proof_sealed  bytea,
  -- login of the person; null if the policy has answered
  answered_by   text,
  answered_at   timestamptz not null,
  -- an approval that counts only once a second person has approved, too
  awaits_second boolean not null default false,
  -- when the registrar was last told and had nothing to answer, although its list has the request
  tried_at      timestamptz,
  tries         integer not null default 0,
  -- when the registrar took it
  sent_at       timestamptz,
  -- when it turned out that it was not taken, and the registrar's words, for people
  refused_at    timestamptz,
  refusal       text
);

create index outgoing_transfer_answer_of_transfer on outgoing_transfer_answer (transfer_id, number);

insert into outgoing_transfer_answer (id, transfer_id, answer, reason, proof_sealed, answered_by,
  answered_at, sent_at)
select id, id, answer, reason, proof_sealed, answered_by, answered_at, sent_at
from outgoing_transfer where answer is not null;

alter table outgoing_transfer
  drop column proof_sealed,
  -- sections that a look has found otherwise than they are wanted
  add column found_differing text[] not null default '{}',
  -- when the name was registered or transferred last; null as long as that is not known
  add column name_since timestamptz;
