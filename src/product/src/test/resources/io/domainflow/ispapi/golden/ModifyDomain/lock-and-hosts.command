COMMAND=ModifyDomain
DOMAIN=hexonet-domain.com
TRANSFERLOCK=1
NAMESERVER0=ns1.ispapi.net
NAMESERVER1=ns2.ispapi.net
NAMESERVER2=ns3.ispapi.net
