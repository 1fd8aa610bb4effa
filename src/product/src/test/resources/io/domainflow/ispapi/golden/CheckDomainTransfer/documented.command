COMMAND=CheckDomainTransfer
DOMAIN=example.com
