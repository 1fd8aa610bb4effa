package io.domainflow.ispapi.probe;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.lineprotocol.EncodedCommand;
import io.domainflow.lineprotocol.message.CommandText;
import io.domainflow.registrar.ScriptedRegistrar;
import io.domainflow.registrar.command.Mutation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The log of a name as the registrar answers it, newest entry first. */
final class ObjectLogLines {

  private final ScriptedRegistrar registrar;
  private final List<String> list = new ArrayList<>();
  private String role = "robot";
  private int entries;

  ObjectLogLines(ScriptedRegistrar registrar) {
    this.registrar = registrar;
    registrar.answer("QueryObjectLogList", 200, "Command completed successfully");
  }

  /** The role user of the entries that follow. */
  ObjectLogLines by(String otherRole) {
    role = otherRole;
    return this;
  }

  /**
   * Adds an entry older than the ones before.
   *
   * @param command what was sent; null for something from outside
   * @param more parameters that are logged beside those of the command, or in their place
   */
  ObjectLogLines entry(
      String operation,
      String status,
      Instant at,
      Mutation<?> command,
      Map<String, String> more,
      String... response) {
    int i = entries++;
    list.add("PROPERTY[LOGINDEX][%d]=%d".formatted(i, i));
    list.add("PROPERTY[LOGDATE][%d]=%s".formatted(i, CommandText.date(at)));
    list.add("PROPERTY[LOGUSER][%d]=acme".formatted(i));
    list.add("PROPERTY[LOGROLEID][%d]=%s".formatted(i, role));
    list.add("PROPERTY[OPERATIONTYPE][%d]=%s".formatted(i, operation));
    list.add("PROPERTY[OPERATIONSTATUS][%d]=%s".formatted(i, status));
    registrar.answer(
        "QueryObjectLogList", 200, "Command completed successfully", list.toArray(String[]::new));

    List<String> info = new ArrayList<>(List.of("[HEADER]", "user=acme"));
    if (command != null) {
      info.add("[COMMAND]");
      EncodedCommand<?> said = IspapiCodecs.encode(command);
      info.add("COMMAND=" + said.name());
      said.parameters()
          .forEach((key, value) -> info.add(key + "=" + more.getOrDefault(key, value)));
      more.forEach((key, value) -> info.add(key + "=" + value));
      info.add("EOF");
    }
    if (response.length > 0) {
      info.add("[RESPONSE]");
      info.addAll(List.of(response));
      info.add("EOF");
    }
    List<String> lines = new ArrayList<>();
    info.forEach(line -> lines.add("PROPERTY[OPERATIONINFO][%d]=%s".formatted(lines.size(), line)));
    registrar.answer(
        "StatusObjectLog " + i,
        200,
        "Command completed successfully",
        lines.toArray(String[]::new));
    return this;
  }
}
