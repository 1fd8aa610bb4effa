COMMAND=ModifyDomain
DOMAIN=müller.com
ADDSTATUS0=clientHold
