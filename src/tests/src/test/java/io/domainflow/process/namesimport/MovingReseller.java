package io.domainflow.process.namesimport;

import io.domainflow.Registrations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A reseller who moves here: the names in the account, and the billing system's list of them. */
final class MovingReseller {

  static final String HEADER =
      "id,userid,domain,expirydate,nextduedate,status,registrar,donotrenew\n";

  private final Registrations stories;
  private final LocalDate today;

  private MovingReseller(Registrations stories) {
    this.stories = stories;
    this.today = Instant.parse(stories.now()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Empties the registrar and adds a second account. */
  static MovingReseller begins(Registrations stories) {
    stories.startOver();
    stories.addSecondAccount();
    return new MovingReseller(stories);
  }

  void ends() {
    stories.noFaults();
    stories.startOver();
    stories.removeSecondAccount();
  }

  /** The day after a number of days from the beginning, by the clock of the sandbox. */
  LocalDate day(int days) {
    return today.plusDays(days);
  }

  static String name(String domain, String members) {
    return "{'domain': '%s', 'account': 'test.user', 'expires': 'P200D', %s}"
        .formatted(domain, members);
  }

  static String plainName(int i) {
    return name(plain(i), "'renewalMode': 'AUTOEXPIRE'");
  }

  static String plain(int i) {
    return "name-%03d.com".formatted(i);
  }

  void registry(List<String> names) {
    stories.registry(String.join(",", names).transform(all -> "[" + all + "]"));
  }

  void plainNames(int number) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      names.add(plainName(i));
    }
    registry(names);
  }

  /** A separate registrant for each name, as shops create them. */
  static String registrant(int i) {
    return ("'registrant': {'firstName': 'Ada', 'lastName': 'Example %d', 'street': ['Main Street"
            + " 1'], 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone':"
            + " '+49.301234567', 'email': 'ada@example.net'}")
        .formatted(i);
  }

  String row(int id, String domain, int expires, String status, int doNotRenew) {
    return "%d,4,%s,%s,%s,%s,ispapi,%d%n"
        .formatted(id, domain, day(expires), day(expires), status, doNotRenew);
  }

  String rows(int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int i = from; i < to; i++) {
      rows.append(row(i, plain(i), 200, "Active", 0));
    }
    return rows.toString();
  }
}
