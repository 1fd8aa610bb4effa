COMMAND=TransferDomain
DOMAIN=hexonet-transfer.com
ACTION=CANCEL
