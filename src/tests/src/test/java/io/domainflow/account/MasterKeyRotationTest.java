package io.domainflow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.DomainflowApplication;
import io.domainflow.ForkedMain;
import io.domainflow.StoredText;
import io.domainflow.TestDatabase;
import io.domainflow.build.OnlyInFull;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command that changes the master key, on a database with secrets under the old one. */
@ExtendWith(OutputCaptureExtension.class)
class MasterKeyRotationTest {

  private static final String OLD = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String NEW = "HxAeDRwLGgkYBxYFFAMSARAPDg0MCwoJCAcGBQQDAgE=";
  private static final String OTHER = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

  private final String url = TestDatabase.create();
  private final DriverManagerDataSource database =
      new DriverManagerDataSource(url, TestDatabase.USERNAME, "");
  private final JdbcClient jdbc = JdbcClient.create(database);
  // place → secret
  private final Map<String, String> secrets = new LinkedHashMap<>();

  @BeforeEach
  void sealUnderTheOldKey() {
    Flyway.configure().dataSource(database).load().migrate();
    SecretVault vault = new SecretVault(OLD);
    Accounts accounts = new Accounts(jdbc, vault);
    for (int i = 1; i <= 3; i++) {
      String password = "canary-password-" + UUID.randomUUID();
      accounts.insert(ResellerAccount.of("acc-" + i, RegistrarSystem.LIVE, "acme" + i), password);
      secrets.put("account/acc-" + i + "/password", password);
    }
    for (int i = 1; i <= 5; i++) {
      storeOrderWithField(vault, "canary-passport-" + UUID.randomUUID());
    }
  }

  @Test
  void sealsEverythingWithTheNewKeyAndTheOldOneOpensNothing(CapturedOutput log) {
    run(OLD, NEW);

    assertThat(log.getAll())
        .contains("reseller_account: 3 values sealed with the new key")
        .contains("order_additional_field: 5 values sealed with the new key")
        .contains("The master key is changed");
    SecretVault old = new SecretVault(OLD);
    SecretVault fresh = new SecretVault(NEW);
    Map<String, byte[]> stored = stored();
    assertThat(stored).hasSize(8);
    stored.forEach(
        (place, value) -> {
          assertThat(fresh.open(value, place)).isEqualTo(secrets.get(place));
          assertThatThrownBy(() -> old.open(value, place))
              .isInstanceOf(IllegalStateException.class);
        });
    nothingIsInTheClear(log);
  }

  @Test
  void doesNotLetTheApplicationStartWithTheOldKeyAfterwards() {
    run(OLD, NEW);
    AccountProperties.Account configured =
        new AccountProperties.Account(
            RegistrarSystem.LIVE,
            "acme1",
            "x",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    Map<String, byte[]> before = stored();

    ConfiguredAccounts start =
        new ConfiguredAccounts(
            new AccountProperties(OLD, Map.of("acc-1", configured)),
            new Accounts(jdbc, new SecretVault(OLD)),
            account -> 0);

    assertThatThrownBy(start::afterPropertiesSet)
        .hasMessageContaining("DOMAINFLOW_MASTERKEY is not the key");
    assertThat(stored()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  @OnlyInFull("the other tests of MasterKeyRotationTest, without a process of its own")
  void reportsByItsExitCodeWhetherTheKeyWasChanged() throws Exception {
    ForkedMain.Ended refused = ForkedMain.run(arguments(OTHER, NEW));
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output())
        .contains("APPLICATION FAILED TO START", "The master key was not changed")
        .contains("DOMAINFLOW_MASTERKEY cannot decrypt the values in the table reseller_account")
        .contains("Correct this and run the command again.")
        .doesNotContain("\tat ", OTHER, NEW);

    ForkedMain.Ended changed = ForkedMain.run(arguments(OLD, NEW));
    assertThat(changed.exitCode()).as(changed.output()).isZero();
    assertThat(changed.output()).contains("The master key is changed").doesNotContain(OLD, NEW);

    assertThat(ForkedMain.run(arguments(OLD, NEW)).exitCode()).as("a second time").isNotZero();
  }

  @Test
  void refusesAWrongOldKeyAndChangesNothing(CapturedOutput log) {
    Map<String, byte[]> before = stored();

    assertThatThrownBy(() -> run(OTHER, NEW)).isNotNull();

    assertThat(log.getAll())
        .contains("The master key was not changed; every value is sealed as before.")
        .contains("DOMAINFLOW_MASTERKEY cannot decrypt the values in the table reseller_account")
        .doesNotContain("at io.domainflow");
    assertThat(stored()).usingRecursiveComparison().isEqualTo(before);
    nothingIsInTheClear(log);
  }

  @Test
  void changesNothingWhenOnlyOneValueCannotBeOpened(CapturedOutput log) {
    jdbc.sql(
            "update order_additional_field set value_sealed = value_sealed || '\\x00'::bytea"
                + " where order_id = (select order_id from order_additional_field limit 1)")
        .update();
    Map<String, byte[]> before = stored();

    assertThatThrownBy(() -> run(OLD, NEW)).isNotNull();

    assertThat(log.getAll()).contains("the values in the table order_additional_field");
    assertThat(stored()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void namesTheKeysThatAreMissingOrTheSame(CapturedOutput log) {
    assertThatThrownBy(() -> run(OLD, "short")).isNotNull();
    assertThat(log.getAll())
        .contains("DOMAINFLOW_NEWMASTERKEY is not the base64 form of 32 bytes")
        .doesNotContain("DOMAINFLOW_ADMIN");

    assertThatThrownBy(() -> run(OLD, OLD)).isNotNull();
    assertThat(log.getAll()).contains("DOMAINFLOW_NEWMASTERKEY is the same key");
  }

  @Test
  void opensValuesSealedBeforeKeysHadIds() throws GeneralSecurityException {
    byte[] sealed = new SecretVault(OLD).seal("secret", "place");
    // the first version wrote the id 1 where there is now one for each key
    byte[] first = FirstVault.seal(OLD, "secret", "place");

    assertThat(first).startsWith(1, 0, 0, 0, 1);
    assertThat(Arrays.copyOf(sealed, 5)).isNotEqualTo(Arrays.copyOf(first, 5));
    assertThat(new SecretVault(OLD).open(first, "place")).isEqualTo("secret");
  }

  @Test
  void knowsEverySealedColumnOfTheDatabase() {
    assertThat(
            jdbc.sql(
                    // a hash opens to nobody, nor does a fingerprint
                    "select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and data_type = 'bytea'"
                        + " and column_name not like '%sha256' and column_name not like '%hash'"
                        + " and column_name not like '%fingerprint'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(SealedColumn.values())
                .map(kind -> kind.table() + "." + kind.column())
                .toList());
  }

  private void run(String oldKey, String newKey) {
    DomainflowApplication.main(arguments(oldKey, newKey));
  }

  private String[] arguments(String oldKey, String newKey) {
    return new String[] {
      "--domainflow.rotate-master-key",
      "--domainflow.masterkey=" + oldKey,
      "--domainflow.newmasterkey=" + newKey,
      "--spring.datasource.url=" + url,
      "--spring.datasource.username=" + TestDatabase.USERNAME,
      "--spring.datasource.password="
    };
  }

  private void nothingIsInTheClear(CapturedOutput log) {
    secrets
        .values()
        .forEach(
            secret -> {
              assertThat(StoredText.tablesWith(secret, jdbc)).isEmpty();
              assertThat(log.getAll()).doesNotContain(secret);
            });
    assertThat(log.getAll()).doesNotContain(OLD, NEW, OTHER);
  }

  private Map<String, byte[]> stored() {
    Map<String, byte[]> values = new LinkedHashMap<>();
    jdbc.sql(
            """
            select 'account/' || name || '/password' as place, password_sealed as value
            from reseller_account
            union all
            select 'order/' || order_id || '/' || parameter, value_sealed
            from order_additional_field
            order by place
            """)
        .query(
            row -> {
              values.put(row.getString("place"), row.getBytes("value"));
            });
    return values;
  }

  private void storeOrderWithField(SecretVault vault, String secret) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into provisioning_order (id, reference, login, content_digest, operation,
              account, domain, domain_unicode, period_years, nameservers, renewal_mode,
              transfer_lock, privacy, metadata, status, charged, process_instance_id, created_at,
              updated_at)
            values (:id, :text, 'billing', 'x', 'REGISTER', 'acc-1', :text, :text, 1, '{}',
              'AUTOEXPIRE', false, false, '{}', 'COMPLETED', 'YES', :text, now(), now())
            """)
        .param("id", id)
        .param("text", id.toString())
        .update();
    String place = "order/" + id + "/X-FR-REGISTRANT-LEGAL-ID";
    jdbc.sql("insert into order_additional_field values (:id, 'X-FR-REGISTRANT-LEGAL-ID', :value)")
        .param("id", id)
        .param("value", vault.seal(secret, place))
        .update();
    secrets.put(place, secret);
  }
}
