-- The journal had the registrar's names of commands. They are the key by which a command is carried out at
-- most once, and have to be ours before a second registrar with names of its own can be asked.
update command_journal
set command = case command
  when 'AddDomain' then 'RegisterDomain'
  when 'AddDomainApplication' then 'ApplyForDomain'
  when 'TransferDomain' then 'RequestTransfer'
  when 'TradeDomain' then 'ChangeRegistrant'
  when 'ModifyDomain' then 'ReplaceContacts'
  when 'PayDomainRenewal' then 'PayRenewal'
end
where command in
  ('AddDomain', 'AddDomainApplication', 'TransferDomain', 'TradeDomain', 'ModifyDomain', 'PayDomainRenewal');

-- A node of the version before would write the old names on, and neither would find what the other has sent.
alter table command_journal add constraint command_journal_command_check check (command not in
  ('AddDomain', 'AddDomainApplication', 'TransferDomain', 'TradeDomain', 'ModifyDomain', 'PayDomainRenewal'));
