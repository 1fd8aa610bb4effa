package io.domainflow.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One command as it came over the wire.
 *
 * @param entity the system the caller means
 * @param account login without the role
 * @param role role user, or empty
 * @param parameters by upper-case name, without COMMAND, in the order they came
 * @param remote address and port of the caller
 */
record WireCall(
    String entity,
    String account,
    String role,
    String password,
    String command,
    Map<String, String> parameters,
    String remote) {

  /** The value of a parameter that is there and not empty. */
  Optional<String> value(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** The value of a parameter the syntax check has found to be there. */
  String required(String name) {
    return parameters.get(name);
  }

  /** The name the command is about, in lower case. */
  String domain() {
    return required("DOMAIN").toLowerCase(Locale.ROOT);
  }

  /** The values of a numbered parameter that are not empty, in order. */
  List<String> list(String prefix) {
    List<String> values = new ArrayList<>();
    for (int i = 0; parameters.containsKey(prefix + i); i++) {
      value(prefix + i).ifPresent(values::add);
    }
    return values;
  }

  /** Every name the command mentions, in lower case. */
  List<String> domains() {
    List<String> domains = new ArrayList<>();
    value("DOMAIN").ifPresent(domains::add);
    domains.addAll(list("DOMAIN"));
    if (value("OBJECTCLASS").filter("DOMAIN"::equalsIgnoreCase).isPresent()) {
      value("OBJECTID").ifPresent(domains::add);
    }
    return domains.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Holds a password and personal data. */
  @Override
  public String toString() {
    return "WireCall[" + command + "]";
  }
}
