COMMAND=CheckDomain
DOMAIN=example.com
PHASE=claims
