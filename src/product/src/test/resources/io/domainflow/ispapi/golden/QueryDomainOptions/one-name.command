COMMAND=QueryDomainOptions
DOMAIN0=domain.shop
