COMMAND=QueryZoneList
ZONE=com
