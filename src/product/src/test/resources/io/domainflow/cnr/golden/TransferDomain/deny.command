COMMAND=TransferDomain
DOMAIN=müller.com
ACTION=DENY
