-- A renewal that is ordered by the renewal mode is charged when the mode takes effect.
alter table command_journal
  -- when the registrar charges what it has taken; null where it does so at once
  add column charged_at timestamptz;
