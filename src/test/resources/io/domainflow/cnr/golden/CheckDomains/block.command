COMMAND=CheckDomains
DOMAIN0=müller.com
DOMAIN1=example.org
