COMMAND=TransferDomain
DOMAIN=müller.com
ACTION=APPROVE
