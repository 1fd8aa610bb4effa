COMMAND=DeleteDomain
DOMAIN=hexonerd.com
