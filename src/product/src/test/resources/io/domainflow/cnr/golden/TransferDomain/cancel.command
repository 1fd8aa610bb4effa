COMMAND=TransferDomain
DOMAIN=müller.com
ACTION=CANCEL
