package io.domainflow.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets for the database: AES-256-GCM, with the id of the key in front of each value.
 *
 * <p>Each value is bound to its place ({@code order/42/X-FR-...}): copied to another row, it cannot
 * be decrypted.
 */
@Component
public class SecretVault {

  // Encrypted before keys had different ids.
  private static final int FIRST_ID = 1;

  private final Aead aead;

  @Autowired
  SecretVault(AccountProperties properties) {
    this(properties.masterkey());
  }

  /**
   * Creates a vault.
   *
   * @throws IllegalStateException if the key is not the base64 form of 32 bytes
   */
  SecretVault(@Nullable String masterkey) {
    this.aead = aead(key(masterkey));
  }

  /** Encrypts a text for exactly this place. */
  public byte[] seal(String secret, String place) {
    try {
      return aead.encrypt(secret.getBytes(UTF_8), place.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret could not be sealed", e);
    }
  }

  /**
   * Decrypts a value that was encrypted for this place.
   *
   * @throws IllegalStateException if the key is wrong, or the value was altered or moved
   */
  public String open(byte[] sealed, String place) {
    try {
      return new String(aead.decrypt(sealed, place.getBytes(UTF_8)), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a sealed value cannot be opened: the master key is not the one it was sealed with, or"
              + " the value was altered",
          e);
    }
  }

  private static byte[] key(@Nullable String masterkey) {
    try {
      byte[] key = Base64.getDecoder().decode(masterkey == null ? "" : masterkey.strip());
      if (key.length == 32) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // reported below, because the exception would quote the key
    }
    throw new IllegalStateException(
        "domainflow.masterkey must be the base64 form of 32 bytes; make one with: openssl rand"
            + " -base64 32");
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key) {
    try {
      AeadConfig.register();
      return KeysetHandle.newBuilder()
          .addEntry(KeysetHandle.importKey(aesKey(key, id(key))).makePrimary())
          .addEntry(KeysetHandle.importKey(aesKey(key, FIRST_ID)))
          .build()
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the vault could not be opened", e);
    }
  }

  @AccessesPartialKey
  private static AesGcmKey aesKey(byte[] key, int id) throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
        .setIdRequirement(id)
        .build();
  }

  /** Identifies a key by part of a hash, which reveals nothing about it; never the first id. */
  private static int id(byte[] key) throws GeneralSecurityException {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    hash.update("domainflow master key".getBytes(UTF_8));
    return ByteBuffer.wrap(Arrays.copyOf(hash.digest(key), Integer.BYTES)).getInt() | 2;
  }
}
