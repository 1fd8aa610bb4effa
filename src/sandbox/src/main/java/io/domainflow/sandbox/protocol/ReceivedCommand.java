package io.domainflow.sandbox.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One command as received.
 *
 * @param credentials the caller
 * @param account the account that it is about: the caller's own, or a sub-user's
 * @param parameters values by upper-case name, without COMMAND, in the order of arrival
 * @param remote address and port of the caller
 */
public record ReceivedCommand(
    Credentials credentials,
    String account,
    String command,
    Map<String, String> parameters,
    String remote) {

  /** The classes of objects that are identified by a name. */
  private static final Set<String> NAMES = Set.of("DOMAIN", "DELETEDDOMAIN");

  /** The role user who calls, or empty. */
  public String role() {
    return credentials.role();
  }

  /** This call, with a verified caller and the account that it is about. */
  public ReceivedCommand from(Credentials known, String subject) {
    return new ReceivedCommand(known, subject, command, parameters, remote);
  }

  /** This call with other parameters. */
  public ReceivedCommand with(Map<String, String> others) {
    return new ReceivedCommand(credentials, account, command, others, remote);
  }

  /** Whether a switch parameter is on. */
  public boolean isOn(String name) {
    return value(name).filter("1"::equals).isPresent();
  }

  /**
   * Refuses parameters that the registrar has and the sandbox does not.
   *
   * @throws Refusal 549 naming the first that is given
   */
  public void refuse(Collection<String> notOffered) {
    notOffered.stream()
        .sorted()
        .filter(name -> value(name).isPresent())
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refusal(Code.FAILED, name + " is not offered by the sandbox");
            });
  }

  /** Whether one of the values matches a filter, plain or numbered, with patterns. */
  public boolean asksFor(String filter, Collection<String> values) {
    List<String> patterns = new ArrayList<>(list(filter));
    value(filter).ifPresent(patterns::add);
    return patterns.isEmpty()
        || patterns.stream()
            .anyMatch(
                pattern -> values.stream().anyMatch(value -> Wildcard.matches(pattern, value)));
  }

  /**
   * Whether a time lies between the given dates of the parameters MIN… and MAX….
   *
   * @throws Refusal 505 if one of them is not a date
   */
  public Predicate<Instant> between(String dates) {
    Optional<Instant> from = date("MIN" + dates);
    Optional<Instant> to = date("MAX" + dates);
    return time -> {
      // Dates in commands have no fraction.
      Instant at = Instant.ofEpochSecond(time.getEpochSecond());
      return from.filter(at::isBefore).isEmpty() && to.filter(at::isAfter).isEmpty();
    };
  }

  private Optional<Instant> date(String parameter) {
    return value(parameter).map(text -> RegistrarDate.parse(parameter, text));
  }

  /** The value of a parameter that is present and not empty. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether a parameter is absent or has this value, ignoring case. */
  public boolean isAnyOr(String name, String value) {
    return value(name).map(wanted -> wanted.equalsIgnoreCase(value)).orElse(true);
  }

  /** The period, with its unit: a bare number counts years. */
  public Optional<String> period() {
    return value("PERIOD").map(text -> text.matches("[0-9]+") ? text + "Y" : text);
  }

  /** The value of a parameter whose presence the syntax check has verified. */
  public String required(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  /** The name that the command is about, in lower case. */
  public String domain() {
    return required("DOMAIN").toLowerCase(Locale.ROOT);
  }

  /** The values of a numbered parameter that are not empty, in order. */
  public List<String> list(String prefix) {
    List<String> values = new ArrayList<>();
    for (int i = 0; parameters.containsKey(prefix + i); i++) {
      value(prefix + i).ifPresent(values::add);
    }
    return values;
  }

  /**
   * A list after the changes of the command: replaced (NAMESERVER0 …), with some removed
   * (DELNAMESERVER0 …) and some added (ADDNAMESERVER0 …).
   *
   * @throws Refusal 541 if one to be removed is missing
   */
  public List<String> changed(String parameter, List<String> before) {
    List<String> values =
        new ArrayList<>(parameters.containsKey(parameter + "0") ? list(parameter) : before);
    for (String gone : list("DEL" + parameter)) {
      if (!values.removeIf(gone::equalsIgnoreCase)) {
        throw new Refusal(Code.INVALID_VALUE, "DEL" + parameter);
      }
    }
    list("ADD" + parameter).stream()
        .filter(added -> values.stream().noneMatch(added::equalsIgnoreCase))
        .forEach(values::add);
    return values;
  }

  /** All names that the command mentions, in lower case. */
  public List<String> domains() {
    List<String> domains = new ArrayList<>();
    value("DOMAIN").ifPresent(domains::add);
    domains.addAll(list("DOMAIN"));
    if (value("OBJECTCLASS")
        .map(text -> text.toUpperCase(Locale.ROOT))
        .filter(NAMES::contains)
        .isPresent()) {
      value("OBJECTID").ifPresent(domains::add);
    }
    if (value("TYPE").filter("domaintransfer"::equalsIgnoreCase).isPresent()) {
      value("OBJECT").ifPresent(domains::add);
    }
    return domains.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Shows only the command, without passwords and personal data. */
  @Override
  public String toString() {
    return "ReceivedCommand[" + command + "]";
  }
}
