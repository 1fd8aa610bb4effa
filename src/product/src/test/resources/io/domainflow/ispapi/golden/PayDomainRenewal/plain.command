COMMAND=PayDomainRenewal
DOMAIN=hexonet-domain.com
PERIOD=1Y
EXPIRATION=2017
