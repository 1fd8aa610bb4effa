package io.domainflow.account;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Key for fingerprints of secrets that are short enough to be guessed: the database alone is not
 * enough to try them out. One for all nodes, made at the first start and kept over changes of the
 * master key, under which it is sealed.
 */
@Component
// it refuses another master key before anything is sealed under that
@DependsOn("configuredAccounts")
public class FingerprintKey implements InitializingBean {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int ONLY = 1;
  private static final String PLACE = Sealed.FINGERPRINT_KEY.place(ONLY);

  private final JdbcClient jdbc;
  private final SecretVault vault;
  private SecretKeySpec key;

  FingerprintKey(JdbcClient jdbc, SecretVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  @Override
  public void afterPropertiesSet() {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    // Of nodes that start for the first time together one is the first.
    jdbc.sql("insert into fingerprint_key values (:id, :sealed) on conflict do nothing")
        .param("id", ONLY)
        .param("sealed", vault.seal(Base64.getEncoder().encodeToString(fresh), PLACE))
        .update();
    key = new SecretKeySpec(Base64.getDecoder().decode(stored()), ALGORITHM);
  }

  private String stored() {
    byte[] sealed =
        jdbc.sql("select key_sealed from fingerprint_key where id = :id")
            .param("id", ONLY)
            .query(byte[].class)
            .single();
    try {
      return vault.open(sealed, PLACE);
    } catch (IllegalStateException e) {
      throw AccountSettingsRefused.anotherMasterKey(e);
    }
  }

  /** The fingerprint of a text: 32 bytes, the same for the same text. */
  public byte[] of(byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
