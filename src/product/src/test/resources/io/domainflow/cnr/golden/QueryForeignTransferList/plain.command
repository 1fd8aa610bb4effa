COMMAND=QueryForeignTransferList
DOMAIN=xn--mller-kva.com
WIDE=1
