COMMAND=RequestDomainAuthInfo
DOMAIN=example.eu
