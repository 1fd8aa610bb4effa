COMMAND=StatusDomain
DOMAIN=hexonet-domain.com
