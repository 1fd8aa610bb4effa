package io.domainflow.demo;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as a billing system prepares it before sending it.
 *
 * @param login who places it
 * @param body the members of the order
 */
record DemoOrder(String login, Map<String, Object> body) {

  String reference() {
    return text("reference");
  }

  String operation() {
    return text("operation");
  }

  String domain() {
    return text("domain");
  }

  String account() {
    return text("account");
  }

  private String text(String name) {
    return (String) Objects.requireNonNull(body.get(name), name);
  }

  /** The same order with other members. */
  DemoOrder with(@Nullable Object... namesAndValues) {
    return new DemoOrder(login, Members.with(body, Members.of(namesAndValues)));
  }

  /** The same order, placed by somebody else. */
  DemoOrder by(String otherLogin) {
    return new DemoOrder(otherLogin, body);
  }

  /** The same order through another reseller account. */
  DemoOrder in(String account) {
    return with("account", account);
  }
}
