package io.domainflow.demo;

import java.util.Map;

/**
 * An order as a billing system writes it down before it sends it.
 *
 * @param login who places it
 * @param body the members of the order
 */
record DemoOrder(String login, Map<String, Object> body) {

  String reference() {
    return (String) body.get("reference");
  }

  String operation() {
    return (String) body.get("operation");
  }

  String domain() {
    return (String) body.get("domain");
  }

  String account() {
    return (String) body.get("account");
  }

  /** The same with something else. */
  DemoOrder with(Object... namesAndValues) {
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
