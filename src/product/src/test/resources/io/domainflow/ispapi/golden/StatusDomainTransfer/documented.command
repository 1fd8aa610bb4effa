COMMAND=StatusDomainTransfer
DOMAIN=transfer-hexonet.com
