-- The journal had the registrar's names of commands. They are the key by which a command is carried out at
-- most once, and have to be ours before a second registrar with names of its own can be asked. A registration
-- or a renewal is one command of ours, in whichever way it is said; the registrar's name of what was sent is
-- kept beside it: what became of it is looked for by that name.
alter table command_journal add column said_as text;
update command_journal set said_as = command;
alter table command_journal alter column said_as set not null;

-- That a registry does not renew on command (510) was known to the model alone.
update order_renewal renewal set explicit = false, refusal_code = 510
where explicit and (
  select command = 'PayDomainRenewal' or (state = 'REFUSED' and code = 510)
  from command_journal
  where order_id = renewal.order_id and command in ('RenewDomain', 'PayDomainRenewal')
  order by id desc limit 1);

update command_journal
set command = case command
  when 'AddDomain' then 'RegisterDomain'
  when 'AddDomainApplication' then 'RegisterDomain'
  when 'TransferDomain' then 'RequestTransfer'
  when 'TradeDomain' then 'ChangeRegistrant'
  when 'ModifyDomain' then 'ReplaceContacts'
  when 'PayDomainRenewal' then 'RenewDomain'
end
where command in
  ('AddDomain', 'AddDomainApplication', 'TransferDomain', 'TradeDomain', 'ModifyDomain', 'PayDomainRenewal');

-- A node of the version before would write the old names on, and neither would find what the other has sent.
alter table command_journal add constraint command_journal_command_check check (command not in
  ('AddDomain', 'AddDomainApplication', 'TransferDomain', 'TradeDomain', 'ModifyDomain', 'PayDomainRenewal'));
