package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@link ReadRegistrantChange} as {@code StatusOwnerChange}. If there is none, this is refused with
 * {@link io.domainflow.lineprotocol.message.ResultCode#NOT_FOUND}, which is inferred. Until both
 * sides have approved it, somebody has to answer a mail.
 */
final class ReadRegistrantChangeCodec
    implements Codec<ReadRegistrantChange, ReadRegistrantChange.Result> {

  @Override
  public String name(ReadRegistrantChange command) {
    return "StatusOwnerChange";
  }

  @Override
  public Map<String, String> parameters(ReadRegistrantChange command) {
    return Map.of("DOMAIN", Spelling.of(command.domain()));
  }

  @Override
  public ReadRegistrantChange.Result result(
      ReadRegistrantChange command, RegistrarResponse response) {
    return new ReadRegistrantChange.Result(
        state(response.first("STATUS").or(() -> response.first("OWNERCHANGESTATUS")).orElse("")),
        response.instant("REQUESTEDDATE").orElse(null),
        response.instant("UPDATEDDATE").orElse(null),
        List.of(),
        response.first("GAININGREGISTRANT").orElse(null));
  }

  private static State state(String word) {
    return switch (word.replace(" ", "_").toUpperCase(Locale.ROOT)) {
      case "REQUESTED", "LOSING_APPROVED", "GAINING_APPROVED" -> State.INITIATED;
      case "ACTIVE", "PENDING" -> State.PENDING;
      case "SUCCESS", "SUCCESSFUL" -> State.SUCCESSFUL;
      case "FAILED", "EXPIRED" -> State.FAILED;
      default -> State.OTHER;
    };
  }
}
