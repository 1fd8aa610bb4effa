COMMAND=ModifyDomain
DOMAIN=hexonet-domain.com
DELSTATUS0=clientHold
