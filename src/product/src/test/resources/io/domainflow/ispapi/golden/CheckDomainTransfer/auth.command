COMMAND=CheckDomainTransfer
DOMAIN=example.com
AUTH=Ro1Mt/z1Ge1F
