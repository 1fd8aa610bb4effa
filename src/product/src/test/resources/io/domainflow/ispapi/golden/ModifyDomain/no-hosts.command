COMMAND=ModifyDomain
DOMAIN=hexonet-domain.com
NAMESERVER0=
