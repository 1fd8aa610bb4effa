-- The daily check looks whether the renewals that were only ordered will still be charged.
create index command_journal_charged_later on command_journal (account) where charged_at is not null;
