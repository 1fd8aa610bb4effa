package io.domainflow.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the master key and exits: {@code --domainflow.rotate-master-key}, with the old key in
 * {@code DOMAINFLOW_MASTERKEY} and the new one in {@code DOMAINFLOW_NEWMASTERKEY}. Needs only the
 * database. Not a {@code Configuration}, so that the component scan of the whole application does
 * not find it.
 */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
public class MasterKeyRotationApplication {

  /** The option that starts it. */
  public static final String SETTING = "domainflow.rotate-master-key";

  private static final Logger log = LoggerFactory.getLogger(MasterKeyRotationApplication.class);

  @Bean
  ApplicationRunner rotation(
      JdbcClient jdbc, TransactionTemplate transaction, Environment settings) {
    return new ApplicationRunner() {
      @Override
      public void run(ApplicationArguments arguments) {
        new MasterKeyRotation(jdbc, transaction)
            .rotate(
                settings.getRequiredProperty("domainflow.masterkey"),
                settings.getRequiredProperty("domainflow.newmasterkey"))
            .forEach(
                (kind, count) ->
                    log.info("{}: {} values sealed with the new key", kind.table(), count));
        log.info(
            "The master key is changed. Start the application with the new key as"
                + " DOMAINFLOW_MASTERKEY from now on; the old one opens backups only.");
      }
    };
  }
}
