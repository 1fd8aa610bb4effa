COMMAND=ModifyDomain
DOMAIN=müller.com
NAMESERVER0=
