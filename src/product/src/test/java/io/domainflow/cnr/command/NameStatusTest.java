package io.domainflow.cnr.command;

import static io.domainflow.cnr.command.StatedName.NAME;
import static io.domainflow.cnr.command.StatedName.READ;
import static io.domainflow.cnr.command.StatedName.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.command.DomainState;
import io.domainflow.registrar.command.ReadDeletedDomain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status of a name says whether it is registered, has expired or is deleted. */
class NameStatusTest {

  private static final RegistrarResponse NOBODY_LEFT =
      new RegistrarResponse(200, "ok", false, Map.of());

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, ACTIVE, false, false",
    "ok, ACTIVE, false, false",
    "clientTransferProhibited, ACTIVE, false, false",
    "REQUESTED, PENDING, true, false",
    "pending create, PENDING, true, false",
    "pendingDelete, PENDING, false, true",
    "redemptionPeriod, DELETED, false, true",
    "something new, UNKNOWN, false, false"
  })
  void readsTheStatus(String word, DomainStatus status, boolean pendingCreate, boolean deleting) {
    DomainState state = StatusWords.state(List.of(word));

    assertThat(state.status()).isEqualTo(status);
    assertThat(state.pendingCreate()).isEqualTo(pendingCreate);
    assertThat(state.deleting()).isEqualTo(deleting);
  }

  /** Words that RFC 5731 and RFC 3915 have for registered names. */
  @ParameterizedTest
  @CsvSource({
    "inactive, ACTIVE",
    "addPeriod, ACTIVE",
    "autoRenewPeriod, ACTIVE",
    "pendingTransfer, ACTIVE",
    "pendingUpdate, ACTIVE",
    "something else, UNKNOWN"
  })
  void aNameWithAWordOfTheRegistriesIsRegistered(String word, DomainStatus status) {
    assertThat(StatusWords.state(List.of("clientTransferProhibited", word)).status())
        .isEqualTo(status);
  }

  @Test
  void aNameOnHoldIsActive() {
    DomainState state = StatusWords.state(List.of("clientHold"));

    assertThat(state.onHold()).isTrue();
    assertThat(state.status()).isEqualTo(DomainStatus.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({"pendingDelete, redemptionPeriod, DELETED", "pendingDelete, pendingRestore, PENDING"})
  void aNameThatCanBeRestoredIsDeletedUntilItIsBeingRestored(
      String status, String ofTheDaysOfGrace, DomainStatus read) {
    assertThat(StatusWords.state(List.of(status, ofTheDaysOfGrace)).status()).isEqualTo(read);
  }

  /** The next query asks whether it can be restored. */
  @Test
  void aNameThatIsShownAsDeletedIsNotThere() {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering(
                "StatusDomain",
                new RegistrarResponse(
                    200,
                    "ok",
                    false,
                    Map.of(
                        "DOMAIN", List.of(NAME.ascii()), "STATUS", List.of("redemptionPeriod"))));

    assertThatThrownBy(() -> calls.carryOut(READ))
        .isInstanceOfSatisfying(
            ComposedCallFailed.class,
            unanswered ->
                assertThat(unanswered.answer().reason()).isEqualTo(RefusalReason.NOT_FOUND));
  }

  @Test
  void readsOfTheDaysOfGraceOnlyWhatSaysThatANameIsDeleted() {
    assertThat(
            StatusWords.of(
                new RegistrarResponse(
                    200,
                    "ok",
                    false,
                    Map.of(
                        "STATUS", List.of("ACTIVE"),
                        "RGPSTATUS", List.of("addPeriod", "pendingRestore")))))
        .containsExactly("ACTIVE", "pendingRestore");
  }

  @Test
  void aSuspendedNameHasExpiredUnlessTheListOfDeletedNamesHasIt() {
    RegistrarResponse answer =
        stated("2028-03-01", "2027-03-01", "2027-04-05", "AUTOEXPIRE", "pendingDelete");
    ScriptedCalls calls = new ScriptedCalls().answering("StatusDomain", answer);

    assertThat(calls.at("2027-04-07T00:00:00Z").carryOut(READ).state().suspendedBeforeDeletion())
        .as("a list that cannot be read says nothing")
        .isFalse();
    calls.answering("QueryDomainHistoryList", NOBODY_LEFT);
    assertThat(calls.carryOut(READ).state())
        .matches(DomainState::suspendedBeforeDeletion)
        .matches(DomainState::deleting);
    assertThat(calls.at("2027-02-07T00:00:00Z").carryOut(READ).state().status())
        .as("in the middle of its period")
        .isEqualTo(DomainStatus.PENDING);
    calls.answering("QueryDomainHistoryList", left("pendingDelete"));
    assertThat(calls.at("2027-04-07T00:00:00Z").carryOut(READ).state().status())
        .isEqualTo(DomainStatus.PENDING);
  }

  /** Taken for «deleted», a trouble of one call would end the renewal that saves the name. */
  @ParameterizedTest
  @CsvSource({
    "420, Command failed due to server error",
    "421, Command failed due to server error",
    "422, Abuse detected",
    "423, Command failed due to internal server error",
    "530, Authentication failed",
    "535, Address not allowed"
  })
  void aListOfDeletedNamesThatIsNotAnsweredSaysNothingOfTheName(int code, String description) {
    ScriptedCalls calls =
        new ScriptedCalls()
            .answering(
                "StatusDomain",
                stated("2028-03-01", "2027-03-01", "2027-04-05", "AUTOEXPIRE", "pendingDelete"))
            .failing("QueryDomainHistoryList", code, description)
            .at("2027-04-07T00:00:00Z");

    assertThatThrownBy(() -> calls.carryOut(READ))
        .isInstanceOfSatisfying(
            ComposedCallFailed.class,
            unanswered -> assertThat(unanswered.answer().code()).isEqualTo(code));
  }

  @Test
  void findsADeletedNameInTheHistory() {
    Golden.assertEncoded(
        new ListedDeletion(NAME, Instant.parse("2026-08-03T10:00:00Z")),
        "QueryDomainHistoryList",
        "plain");
    ScriptedCalls calls = new ScriptedCalls().answering("QueryDomainHistoryList", "known");

    assertThat(calls.carryOut(new ReadDeletedDomain(NAME)))
        .isEqualTo(
            new ReadDeletedDomain.Result(true, Instant.parse("2026-12-24T10:00:00Z"), false));
    assertThat(calls.said()).last().asString().contains("MINDATE=2026-08-03 10:00:00");
    assertThat(calls.carryOut(new ReadDeletedDomain(DomainName.of("other.com"))))
        .isEqualTo(new ReadDeletedDomain.Result(false, null, false));
    calls.answering("QueryDomainHistoryList", left("pendingRestore"));
    assertThat(calls.carryOut(new ReadDeletedDomain(NAME)))
        .isEqualTo(new ReadDeletedDomain.Result(false, null, true));
  }

  private static RegistrarResponse left(String status) {
    return new RegistrarResponse(
        200, "ok", false, Map.of("DOMAIN", List.of(NAME.ascii()), "STATUS", List.of(status)));
  }
}
