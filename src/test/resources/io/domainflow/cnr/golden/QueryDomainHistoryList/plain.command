COMMAND=QueryDomainHistoryList
DOMAIN=müller.com
WIDE=1
