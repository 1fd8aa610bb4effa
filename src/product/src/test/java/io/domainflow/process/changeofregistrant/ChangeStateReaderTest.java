package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.order.progress.RegistrantChange.Course;
import io.domainflow.order.progress.RegistrantChange.End;
import io.domainflow.order.progress.RegistrantChange.Withdrawal;
import io.domainflow.process.changeofregistrant.ChangeStateReader.State;
import io.domainflow.registrar.DocumentedReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrar's data determine the state of a change of registrant. */
class ChangeStateReaderTest {

  private static final DomainName NAME = DomainName.of("example.com");
  private static final Instant REQUESTED = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant CONFIRM_BY = REQUESTED.plus(Duration.ofDays(14));
  private static final String SENT = "P-NEW1";
  private static final Contact WANTED =
      new Contact(
          null,
          "Ada",
          "Example",
          null,
          List.of("Main Street 1"),
          "Berlin",
          null,
          "10115",
          "DE",
          "+49.301234567",
          "ada@example.net");

  private final DocumentedReader registrar = new DocumentedReader();

  @ParameterizedTest
  @CsvSource({"545, Object not found", "531, Authorization failed"})
  void hasLeftTheAccountWhenTheNameIsNotThere(int code, String description) {
    trade("PENDING");
    registrar.answer("StatusDomain", code, description);

    assertThat(read(Duration.ofDays(1))).isEqualTo(new State.Gone());
  }

  @Test
  void isUnderWayWhileTheRegistrarShowsIt() {
    owner("P-OLD1");
    trade("INITIATED", "CREATEDDATE=2026-03-01 10:00:00");

    assertThat(read(Duration.ofDays(1))).isEqualTo(new State.UnderWay(REQUESTED));
  }

  @Test
  void isCarriedOutWhenTheNameHasTheContactThatWasSent() {
    owner("p-new1");
    trade("PENDING");

    assertThat(read(Duration.ofDays(1))).isInstanceOf(State.Executed.class);
    assertThat(registrar.asked()).doesNotContain("StatusContact");
  }

  @Test
  void isCarriedOutWhenTheNameHasAnotherContactWithTheSameData() {
    owner("P-COPY1");
    registrar.answer(
        "StatusContact",
        "CONTACT=P-COPY1",
        "FIRSTNAME=Ada",
        "LASTNAME=Example",
        "STREET=Main Street 1",
        "CITY=Berlin",
        "ZIP=10115",
        "COUNTRY=DE",
        "PHONE=+49.301234567",
        "EMAIL=ada@example.net");

    assertThat(read(Duration.ofDays(1))).isInstanceOf(State.Executed.class);
  }

  @Test
  void isNotCarriedOutByAContactOfSomebodyElse() {
    owner("P-COPY1");
    registrar.answer("StatusContact", "CONTACT=P-COPY1", "FIRSTNAME=Bob", "LASTNAME=Other");

    assertThat(read(Duration.ofMinutes(30))).isEqualTo(new State.Unclear());
  }

  @ParameterizedTest
  @CsvSource({"PT59M, false", "PT61M, true"})
  void isOverAfterAnHourWithoutAnEntry(Duration since, boolean over) {
    owner("P-OLD1");

    assertThat(read(since)).isInstanceOf(over ? State.Over.class : State.Unclear.class);
  }

  /** The words of the registrar's mails and logs, as far as they are known. */
  @ParameterizedTest
  @CsvSource({
    "change refused by the registrant,             false, ,         P1D,  DECLINED",
    "declined by registry,                         false, ,         P1D,  FAILED",
    "declined by registry,                         false, CALLER,   P1D,  DECLINED",
    "documents rejected,                           true,  ,         P1D,  FAILED",
    "rejected by the registrant,                   true,  ,         P1D,  DECLINED",
    "rejected,                                     false, DEADLINE, P15D, DECLINED",
    "not confirmed in time,                        false, ,         P15D, LAPSED",
    "timeout,                                      false, DEADLINE, P15D, LAPSED",
    "cancelled,                                    false, CALLER,   P1D,  WITHDRAWN",
    "cancelled,                                    false, AGENT,    P1D,  WITHDRAWN",
    "cancelled,                                    false, DEADLINE, P15D, LAPSED",
    "the name is on hold,                          false, ,         P1D,  FAILED",
    "registry error,                               false, ,         P1D,  FAILED",
    "something else,                               false, ,         P1D,  DECLINED",
    "something else,                               false, ,         P15D, LAPSED",
    "something else,                               true,  ,         P1D,  FAILED"
  })
  void reportsHowItEnded(
      String words, boolean formWanted, Withdrawal withdrawn, String since, End end) {
    owner("P-OLD1");
    registrar
        .answer("QueryObjectLogList", "LOGINDEX=1", "OPERATIONTYPE=TRADE", "OPERATIONSTATUS=FAILED")
        .answer("StatusObjectLog", "OPERATIONINFO=2026-03-02 09:00:00 [FAILED] " + words);

    State state = read(Duration.parse(since), withdrawn, formWanted, CONFIRM_BY);

    assertThat(state)
        .isInstanceOfSatisfying(State.Over.class, over -> assertThat(over.end()).isEqualTo(end));
  }

  @Test
  void readsTheLastLineOfTheChangeItself() {
    owner("P-OLD1");
    trade(
        "FAILED",
        "TRANSFERLOG=2026-03-01 10:00:00 [INITIATED] not confirmed yet",
        "TRANSFERLOG=2026-03-02 10:00:00 [FAILED] refused by the prior registrant");

    assertThat(read(Duration.ofDays(2)))
        .isInstanceOfSatisfying(
            State.Over.class, over -> assertThat(over.end()).isEqualTo(End.DECLINED));
  }

  @Test
  void hasFailedWithoutAReasonIfNobodyIsAskedByMail() {
    owner("P-OLD1");
    trade("FAILED");

    assertThat(read(Duration.ofDays(1), null, false, null))
        .isInstanceOfSatisfying(
            State.Over.class, over -> assertThat(over.end()).isEqualTo(End.FAILED));
  }

  @Test
  void aWithdrawalInTheLogEndsNothing() {
    owner("P-OLD1");
    registrar.answer(
        "QueryObjectLogList", "LOGINDEX=2", "OPERATIONTYPE=TRADE", "OPERATIONSTATUS=PENDING");

    assertThat(read(Duration.ofMinutes(30))).isEqualTo(new State.Unclear());
  }

  private void owner(String handle) {
    registrar.answer("StatusDomain", "STATUS=ACTIVE", "OWNERCONTACT=" + handle);
  }

  private void trade(String status, String... more) {
    String[] properties = new String[more.length + 1];
    properties[0] = "TRANSFERSTATUS=" + status;
    System.arraycopy(more, 0, properties, 1, more.length);
    registrar.answer("StatusDomainTrade", properties);
  }

  private State read(Duration sinceTheRequest) {
    return read(sinceTheRequest, null, false, CONFIRM_BY);
  }

  private State read(
      Duration sinceTheRequest, Withdrawal withdrawn, boolean formWanted, Instant confirmBy) {
    Clock clock = Clock.fixed(REQUESTED.plus(sinceTheRequest), ZoneOffset.UTC);
    RegistrantChange change =
        new RegistrantChange(
            new Before(
                "P-OLD1",
                WANTED,
                List.of(),
                false,
                RegistrantChangeBy.ICANN_TRADE,
                true,
                null,
                null),
            null,
            null,
            null,
            null,
            new Course(null, REQUESTED, true, confirmBy, 0, withdrawn, null, null));
    return new ChangeStateReader(clock, new IspapiCodes())
        .read(NAME, WANTED, SENT, change, formWanted, registrar);
  }
}
