-- What an account has asked of the registrar lately, in the registrar's points: counted once for all nodes.
create table registrar_usage (
  account    text primary key,
  points     double precision not null,
  -- since when these points have not decayed; moves in whole minutes
  counted_at timestamptz not null
);

-- One change of a name at a time, over all nodes: the others wait.
create unique index one_change_at_a_time on command_journal (account, object)
  where state in ('INTENDED', 'IN_DOUBT');

-- An order that ended in doubt (its process was deleted) keeps nobody from changing the name.
alter table command_journal drop constraint command_journal_state_check;
alter table command_journal add constraint command_journal_state_check
  check (state in ('INTENDED', 'IN_DOUBT', 'EXECUTED', 'REFUSED', 'NOT_EXECUTED', 'ABANDONED'));
