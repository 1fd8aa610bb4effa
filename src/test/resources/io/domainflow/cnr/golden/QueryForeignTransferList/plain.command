COMMAND=QueryForeignTransferList
DOMAIN=müller.com
WIDE=1
