COMMAND=ResendNotification
TYPE=domaintransfer
OBJECT=xn--mller-kva.com
