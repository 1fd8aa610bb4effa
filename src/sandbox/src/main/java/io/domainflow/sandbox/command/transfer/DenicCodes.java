package io.domainflow.sandbox.command.transfer;

import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.protocol.Refusal;
import io.domainflow.sandbox.stored.name.RegisteredName;
import java.time.Instant;
import java.time.ZoneOffset;

/** Handles auth codes that DENIC keeps. */
public final class DenicCodes {

  /** The property with the expiration date of a code. */
  public static final String END = "X-DE-AUTHINFO1-EXPIRATIONDATE";

  private DenicCodes() {}

  /** Whether DENIC keeps the code of a name. */
  public static boolean isKept(RegisteredName name) {
    return name.domain().endsWith(".de");
  }

  /** The day on which a code ends, in the format of answers. */
  public static String day(Instant end) {
    return end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** Refuses a name of another zone. */
  static RegisteredName ofDenic(RegisteredName name) {
    if (!isKept(name)) {
      throw new Refusal(Code.INVALID_VALUE, "DOMAIN");
    }
    return name;
  }
}
