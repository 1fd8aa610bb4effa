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
 * The key for hashes of secrets that are short enough to be guessed, so that the database alone is
 * not enough to try them out. It is shared by all nodes, generated at the first start, encrypted
 * with the master key, and kept when that changes.
 */
@Component
// refuses a different master key before anything is encrypted with it
@DependsOn("configuredAccounts")
public class FingerprintKey implements InitializingBean {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int ONLY = 1;
  private static final String PLACE = SealedColumn.FINGERPRINT_KEY.place(ONLY);

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
    // If several nodes start for the first time together, one of them wins.
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

  /** The keyed hash of a text: 32 bytes, the same for the same text. */
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
