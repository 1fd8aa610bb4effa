-- for the question whether a trace at the registrar may be another order's
create index command_journal_object on command_journal (object, said_as);
