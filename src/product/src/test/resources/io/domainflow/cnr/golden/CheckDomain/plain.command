COMMAND=CheckDomain
DOMAIN=müller.com
