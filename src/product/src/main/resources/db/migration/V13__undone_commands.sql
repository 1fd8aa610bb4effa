-- What was carried out may have come to nothing, so that the same may be asked for once more.
alter table command_journal drop constraint command_journal_state_check;
alter table command_journal add constraint command_journal_state_check check (state in
  ('INTENDED', 'IN_DOUBT', 'EXECUTED', 'REFUSED', 'NOT_EXECUTED', 'ABANDONED', 'UNDONE'));
