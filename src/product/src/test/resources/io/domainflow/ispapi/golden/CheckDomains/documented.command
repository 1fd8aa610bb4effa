COMMAND=CheckDomains
DOMAIN0=premium.guru
DOMAIN1=nonpremium.guru
PREMIUMCHANNELS=*
