COMMAND=ModifyDomain
DOMAIN=hexonet-domain.com
ADDSTATUS0=clientHold
