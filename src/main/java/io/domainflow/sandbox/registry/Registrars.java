package io.domainflow.sandbox.registry;

import io.domainflow.sandbox.Platform;
import org.jspecify.annotations.Nullable;

/** Registrars by the names that answers call them. */
public final class Registrars {

  /** This registrar, as it calls itself. */
  public static final String HERE = Platform.ISPAPI.registrar();

  private static final String ELSEWHERE = "Other Registrar, Inc.";

  private Registrars() {}

  /** The registrar a name is at; by its account here, null for a third one. */
  public static String of(@Nullable String account) {
    return account == null ? ELSEWHERE : Platform.of(account).registrar();
  }
}
