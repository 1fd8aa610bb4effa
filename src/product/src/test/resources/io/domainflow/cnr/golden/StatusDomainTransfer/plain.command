COMMAND=StatusDomainTransfer
DOMAIN=müller.com
