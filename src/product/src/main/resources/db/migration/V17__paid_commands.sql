-- An order can have more than one command carried out that costs money.
alter table command_journal add column costs_money boolean not null default false;

update command_journal set costs_money = true
where command in ('AddDomain', 'AddDomainApplication', 'TransferDomain', 'TradeDomain');
