package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Auth codes stored by DENIC, which have separate commands. */
final class DenicAuthCode {

  private static final String END = "X-DE-AUTHINFO1-EXPIRATIONDATE";

  private DenicAuthCode() {}

  static boolean isKeptFor(DomainName domain) {
    return domain.ascii().endsWith(".de");
  }

  /**
   * When the code in an answer expires; null if not stated. The sample on the command's page has a
   * date without a time and does not say whether the code is valid on that day, so it counts as
   * expired at its beginning.
   */
  static @Nullable Instant end(RegistrarResponse response) {
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
