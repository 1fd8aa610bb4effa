package io.domainflow.ote;

import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The list that the cases are added to, with the names and handles that they ask about. */
final class CaseList {

  // In the format of the registrar's samples.
  static final String UNKNOWN_HANDLE = "P-ZZZ9999999";

  private final List<Case<?>> cases = new ArrayList<>();
  private final OteSettings settings;

  // Nobody has or waits for this name: no two runs ask for the same one.
  private final String label =
      "domainflow-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  private final DomainName free = DomainName.of(label + ".com");

  CaseList(OteSettings settings) {
    this.settings = settings;
  }

  /** All cases added so far. */
  List<Case<?>> cases() {
    return cases;
  }

  <R> void add(
      String command, String title, Function<ConsentSide, Query<R>> question, String... marks) {
    add(command, title, question, answer -> "", marks);
  }

  <R> void add(
      String command,
      String title,
      Function<ConsentSide, Query<R>> question,
      Function<R, ?> reading,
      String... marks) {
    cases.add(new Case<>(command, title, question, reading, List.of(marks)));
  }

  /** A name that nobody has. */
  DomainName free() {
    return free;
  }

  /** The same name in another zone. */
  DomainName free(String tld) {
    return DomainName.of(label + "." + tld);
  }

  DomainName umlaut() {
    return DomainName.of(label + "-ü.com");
  }

  /** A name of the settings; without it, the case is left out. */
  DomainName name(String setting) {
    return settings.name(setting);
  }

  CheckClaims claimCheck() {
    return new CheckClaims(settings.name(OteSettings.CLAIMED_NAME), true);
  }

  ReadDomain ownStatus() {
    return new ReadDomain(settings.name(OteSettings.OWN_NAME));
  }

  String ownHandle(ConsentSide side) {
    return side.stated("OWNERCONTACT", ownStatus());
  }

  // Dates, handles and modes differ between the sides; Domainflow must be able to read both.
  static List<String> stated(Object... values) {
    return Stream.of(values).map(value -> Objects.isNull(value) ? "not read" : "read").toList();
  }
}
