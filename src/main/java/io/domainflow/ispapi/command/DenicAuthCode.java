package io.domainflow.ispapi.command;

import io.domainflow.model.DomainName;
import io.domainflow.wire.protocol.WireResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Auth codes that DENIC keeps, by commands of their own. */
final class DenicAuthCode {

  private static final String END = "X-DE-AUTHINFO1-EXPIRATIONDATE";

  private DenicAuthCode() {}

  static boolean isKeptFor(DomainName domain) {
    return domain.ascii().endsWith(".de");
  }

  /**
   * When the code of an answer ends; null if it is not stated. The sample of the command's page has
   * a date without a time: whether the code is good on that day it does not say, so it ends before.
   */
  static @Nullable Instant end(WireResponse response) {
    return response
        .instant(END)
        .or(() -> response.first(END).flatMap(DenicAuthCode::startOfDay))
        .orElse(null);
  }

  private static Optional<Instant> startOfDay(String date) {
    try {
      return Optional.of(LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
