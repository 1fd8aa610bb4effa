COMMAND=StatusDomain
DOMAIN=müller.com
X-FEE-COMMAND=renew
