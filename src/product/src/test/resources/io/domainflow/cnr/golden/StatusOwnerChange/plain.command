COMMAND=StatusOwnerChange
DOMAIN=müller.com
