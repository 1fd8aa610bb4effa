package io.domainflow.demo;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as a billing system writes it down before it sends it.
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

  /** The same with something else. */
  DemoOrder with(@Nullable Object... namesAndValues) {
    return new DemoOrder(login, Members.with(body, Members.of(namesAndValues)));
  }

  /** The same, placed by somebody else. */
  DemoOrder by(String otherLogin) {
    return new DemoOrder(otherLogin, body);
  }

  /** The same through another reseller account. */
  DemoOrder in(String account) {
    return with("account", account);
  }
}
