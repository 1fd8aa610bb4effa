COMMAND=CheckDomain
DOMAIN=hexonet.net
