COMMAND=ModifyDomain
DOMAIN=hexonet-domain.ca
X-CA-DISCLOSE=1
