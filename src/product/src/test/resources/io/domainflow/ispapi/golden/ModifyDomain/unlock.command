COMMAND=ModifyDomain
DOMAIN=hexonet-domain.com
TRANSFERLOCK=0
