package io.domainflow.account;

import java.util.regex.Pattern;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Writes the accounts of the configuration to the database before the first order can come. */
@Component
@EnableConfigurationProperties(AccountProperties.class)
class ConfiguredAccounts implements InitializingBean {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

  private final AccountProperties properties;
  private final Accounts accounts;

  ConfiguredAccounts(AccountProperties properties, Accounts accounts) {
    this.properties = properties;
    this.accounts = accounts;
  }

  @Override
  public void afterPropertiesSet() {
    properties
        .accounts()
        .forEach(
            (name, account) -> {
              if (!NAME.matcher(name).matches()
                  || account.system() == null
                  || isBlank(account.login())
                  || isBlank(account.password())) {
                throw new IllegalStateException(
                    "domainflow.accounts."
                        + name
                        + " needs a name of lower-case letters and digits, a system (LIVE, OTE,"
                        + " SANDBOX), a login and a password");
              }
              accounts.save(
                  new ResellerAccount(name, account.system(), account.login(), account.contacts()),
                  account.password());
            });
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
