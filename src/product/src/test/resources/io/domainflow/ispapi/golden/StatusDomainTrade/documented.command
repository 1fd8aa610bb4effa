COMMAND=StatusDomainTrade
DOMAIN=test-trade3.org
