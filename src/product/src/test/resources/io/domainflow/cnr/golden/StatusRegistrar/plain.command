COMMAND=StatusRegistrar
REGISTRAR=test.user
