COMMAND=QueryDomainApplicationList
DOMAIN=müller.com
WIDE=1
LIMIT=250
