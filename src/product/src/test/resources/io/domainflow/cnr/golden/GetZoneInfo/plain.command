COMMAND=GetZoneInfo
DOMAIN=müller.com
