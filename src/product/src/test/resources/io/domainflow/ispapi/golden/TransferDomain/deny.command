COMMAND=TransferDomain
DOMAIN=example.com
ACTION=DENY
