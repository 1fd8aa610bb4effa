COMMAND=ModifyDomain
DOMAIN=müller.com
DELSTATUS0=clientHold
