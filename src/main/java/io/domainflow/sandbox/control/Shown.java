package io.domainflow.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.state.SandboxJson;
import io.domainflow.sandbox.stored.Stored;
import java.util.List;

/** Rows as the control calls show them: with accounts as their platforms call them. */
final class Shown {

  private Shown() {}

  /**
   * Rows about an account each.
   *
   * @param member what holds the account
   */
  static List<ObjectNode> rows(String member, List<? extends Stored> rows) {
    return rows.stream().map(row -> row(member, row)).toList();
  }

  /** A row about an account; {@code platform} says on which platform it is. */
  static ObjectNode row(String member, Stored row) {
    ObjectNode shown = SandboxJson.MAPPER.valueToTree(row);
    String account = shown.path(member).asText();
    return shown.put(member, Platform.login(account)).put("platform", Platform.of(account).name());
  }
}
