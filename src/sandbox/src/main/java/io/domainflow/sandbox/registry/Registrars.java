package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.Platform;
import org.jspecify.annotations.Nullable;

/** Names registrars as answers do. */
public final class Registrars {

  /** This registrar's name for itself. */
  public static final String HERE = Platform.ISPAPI.registrar();

  private static final String ELSEWHERE = "Other Registrar, Inc.";

  private Registrars() {}

  /** The registrar of a name, by its account here; null for a third registrar. */
  public static String of(@Nullable String account) {
    return account == null ? ELSEWHERE : Platform.of(account).registrar();
  }
}
