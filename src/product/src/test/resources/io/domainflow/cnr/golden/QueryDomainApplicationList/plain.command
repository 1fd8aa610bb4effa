COMMAND=QueryDomainApplicationList
DOMAIN=xn--mller-kva.com
WIDE=1
LIMIT=250
