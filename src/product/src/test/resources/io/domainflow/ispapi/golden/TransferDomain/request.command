COMMAND=TransferDomain
DOMAIN=hexonet-transfer.com
ACTION=REQUEST
AUTH=Ro1Mt/z1Ge1F
