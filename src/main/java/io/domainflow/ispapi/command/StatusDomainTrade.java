package io.domainflow.ispapi.command;

import io.domainflow.ispapi.command.StatusDomainTransfer.State;
import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Asks how far a change of registrant is. Where there is none, or none any more, the registrar
 * refuses with {@link io.domainflow.ispapi.protocol.ResultCode#NOT_FOUND}. The data of the people
 * concerned is dropped.
 */
public record StatusDomainTrade(DomainName domain) implements Query<StatusDomainTrade.Result> {

  /**
   * The answer.
   *
   * @param createdAt when it was asked for; null if not stated
   * @param updatedAt when something happened last; null if not stated
   * @param log what happened so far, oldest first, in the registrar's words; may name people
   * @param newOwnerContact handle of the registrant to be; null if not stated
   * @param oldOwnerContact handle of the registrant before; null if not stated
   */
  public record Result(
      State state,
      Instant createdAt,
      Instant updatedAt,
      List<String> log,
      String newOwnerContact,
      String oldOwnerContact) {

    /** Without the log, which may name people. */
    @Override
    public String toString() {
      return "StatusDomainTrade.Result[" + state + ", " + createdAt + "]";
    }
  }

  @Override
  public String name() {
    return "StatusDomainTrade";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("DOMAIN", domain.ascii());
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        State.read(response.first("TRANSFERSTATUS").orElse("")),
        response.instant("CREATEDDATE").orElse(null),
        response.instant("UPDATEDDATE").orElse(null),
        response.all("TRANSFERLOG"),
        response.first("OWNERCONTACT").orElse(null),
        response.first("OLD-OWNERCONTACT").orElse(null));
  }
}
