COMMAND=TradeDomain
DOMAIN=hexonet-trade.ch
ACTION=CANCEL
