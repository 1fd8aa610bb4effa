COMMAND=CheckDomainTransfer
DOMAIN=müller.com
AUTH=secret-1
