COMMAND=ModifyDomain
DOMAIN=müller.com
TRANSFERLOCK=0
NAMESERVER0=ns1.xn--mller-kva.example
NAMESERVER1=ns2.example.net
