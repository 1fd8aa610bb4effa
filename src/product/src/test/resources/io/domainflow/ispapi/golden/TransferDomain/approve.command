COMMAND=TransferDomain
DOMAIN=example.com
ACTION=APPROVE
