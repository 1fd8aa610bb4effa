package io.domainflow.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts like the first version, with the JDK alone: 1, four bytes of id 1, nonce, AES-GCM. */
final class FirstVault {

  private static final byte[] NONCE = {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};

  private FirstVault() {}

  static byte[] seal(String masterkey, String secret, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(Base64.getDecoder().decode(masterkey), "AES"),
        new GCMParameterSpec(128, NONCE));
    cipher.updateAAD(place.getBytes(UTF_8));
    byte[] sealed = cipher.doFinal(secret.getBytes(UTF_8));
    return ByteBuffer.allocate(5 + NONCE.length + sealed.length)
        .put((byte) 1)
        .putInt(1)
        .put(NONCE)
        .put(sealed)
        .array();
  }
}
