package io.domainflow.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.state.SandboxJson;
import io.domainflow.sandbox.stored.Stored;
import java.util.List;

/** Shows rows in control calls, with accounts under the names of their platforms. */
final class Shown {

  private Shown() {}

  /**
   * Rows that are each about an account.
   *
   * @param member the member with the account
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
