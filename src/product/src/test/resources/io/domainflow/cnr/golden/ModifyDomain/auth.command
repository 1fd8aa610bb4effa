COMMAND=ModifyDomain
DOMAIN=müller.com
AUTH=Ab3-defghijkmnop
