package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks how far a transfer is. Where there is none, or none any more, the registrar refuses with
 * {@link io.domainflow.ispapi.protocol.ResultCode#NOT_FOUND}.
 */
public record StatusDomainTransfer(DomainName domain)
    implements Query<StatusDomainTransfer.Result> {

  /**
   * How far it is. The page of StatusDomainTrade lists the words; what each one waits for is our
   * reading.
   */
  public enum State {
    /** Waits for a confirmation by mail. */
    INITIATED,
    /** At the registry. */
    REQUESTED,
    PENDING,
    SUCCESSFUL,
    FAILED,
    /** Another word, or none. */
    OTHER;

    /** Whether somebody has to answer a mail. */
    public boolean awaitsMail() {
      return this == INITIATED;
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
      return this == SUCCESSFUL || this == FAILED;
    }

    static State read(String text) {
      return switch (text.toUpperCase(Locale.ROOT)) {
        case "INITIATED" -> INITIATED;
        case "REQUESTED" -> REQUESTED;
        case "PENDING" -> PENDING;
        case "SUCCESSFUL" -> SUCCESSFUL;
        case "FAILED" -> FAILED;
        default -> OTHER;
      };
    }
  }

  /** What is going on with the name. */
  public enum Type {
    /** It comes to this account. */
    INCOMING,
    /** It leaves this account. */
    OUTGOING,
    /** Its registrant changes. */
    TRADE,
    /** Another word, or none. */
    OTHER;

    private static Type read(String text) {
      return switch (text.toUpperCase(Locale.ROOT)) {
        case "INCOMING" -> INCOMING;
        case "OUTGOING" -> OUTGOING;
        case "TRADE" -> TRADE;
        default -> OTHER;
      };
    }
  }

  /**
   * The answer.
   *
   * @param log what happened so far, oldest first, in the registrar's words; may name people
   * @param createdAt null if not stated
   * @param updatedAt null if not stated
   * @param losingRegistrar null if not stated
   */
  public record Result(
      State state,
      Type type,
      List<String> log,
      Instant createdAt,
      Instant updatedAt,
      String losingRegistrar) {

    /** Without the log, which may name people. */
    @Override
    public String toString() {
      return "StatusDomainTransfer.Result[" + state + ", " + type + ", " + createdAt + "]";
    }
  }

  @Override
  public String name() {
    return "StatusDomainTransfer";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("DOMAIN", domain.ascii());
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        State.read(response.first("TRANSFERSTATUS").orElse("")),
        Type.read(response.first("TRANSFERTYPE").orElse("")),
        response.all("TRANSFERLOG"),
        response.instant("CREATEDDATE").orElse(null),
        response.instant("UPDATEDDATE").orElse(null),
        response.first("OLD-REGISTRAR").orElse(null));
  }
}
