package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.Contact;
import java.time.Instant;
import java.util.Map;

/**
 * Asks for the data behind a contact handle. The auth code is dropped.
 *
 * @param handle such as {@code P-ABC123}
 */
public record StatusContact(String handle) implements Query<StatusContact.Result> {

  /**
   * The answer.
   *
   * @param contact the data, with null for whatever the registrar does not state
   * @param createdAt null if not stated
   */
  public record Result(String handle, Contact contact, Instant createdAt) {}

  @Override
  public String name() {
    return "StatusContact";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("CONTACT", handle);
  }

  @Override
  public boolean isAnsweredBy(IspapiResponse response) {
    return response.first("ID").map(handle::equalsIgnoreCase).orElse(true);
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        handle,
        new Contact(
            null,
            response.first("FIRSTNAME").orElse(null),
            response.first("LASTNAME").orElse(null),
            response.first("ORGANIZATION").orElse(null),
            response.all("STREET"),
            response.first("CITY").orElse(null),
            response.first("STATE").orElse(null),
            response.first("ZIP").orElse(null),
            response.first("COUNTRY").orElse(null),
            response.first("PHONE").orElse(null),
            response.first("EMAIL").orElse(null)),
        response.instant("CREATEDDATE").orElse(null));
  }
}
