package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.protocol.RegistrarDate;
import java.time.Instant;

/**
 * Writes dates in the format of CentralNic Reseller, except that of a session: {@code 2027-03-01
 * 10:00:00.0}, UTC with tenths.
 */
public final class CnrDate {

  private CnrDate() {}

  public static String of(Instant instant) {
    return RegistrarDate.of(instant) + ".0";
  }
}
