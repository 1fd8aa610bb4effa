COMMAND=RestoreDomain
DOMAIN=müller.com
