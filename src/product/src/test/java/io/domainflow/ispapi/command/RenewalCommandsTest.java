package io.domainflow.ispapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.DeleteDomain;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.registrar.command.RestoreDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that renew, delete and restore a name. */
class RenewalCommandsTest {

  private static final DomainName PLAIN = DomainName.of("hexonet-domain.com");
  private static final DomainName UMLAUT = DomainName.of("müller.com");
  private static final DomainName DELETED = DomainName.of("hexonerd.com");
  private static final Instant EXPIRY = Instant.parse("2017-09-26T14:53:20Z");
  private static final Instant RENEWED = Instant.parse("2018-09-26T14:53:20Z");

  // One hour further it is 2029 in Berlin.
  private static final Instant END_OF_2028 = Instant.parse("2028-12-31T23:30:00Z");

  private static final RenewDomain RENEW =
      new RenewDomain(PLAIN, new Period(1), EXPIRY, EXPIRY, null, true);
  private static final RenewDomain PAY =
      new RenewDomain(PLAIN, new Period(1), EXPIRY, EXPIRY, null, false);
  private static final RestoreDomain RESTORE =
      new RestoreDomain(DELETED, RenewalMode.AUTOEXPIRE, null);
  private static final DeleteDomain DELETE = new DeleteDomain(DELETED);
  private static final ReadDeletedDomain QUERY = new ReadDeletedDomain(DELETED);

  @Test
  void renewsFromAKnownExpiry() {
    Golden.assertEncoded(RENEW, "plain");
    Golden.assertEncoded(
        new RenewDomain(UMLAUT, new Period(10), END_OF_2028, END_OF_2028, "PREMIUM_COM_A", true),
        "everything");
    assertThat(Golden.result(RENEW, "documented")).isEqualTo(new RenewDomain.Result(RENEWED));
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRATIONDATE,2018-09-26 14:53:20,2018-09-26T14:53:20Z",
    "REGISTRATIONEXPIRATIONDATE,2018-09-26 14:53:20,2018-09-26T14:53:20Z",
    "EXPIRATIONDATE,0000-00-00 00:00:00,",
    "EXPIRATIONDATE,next year,",
    "DOMAIN,hexonet-domain.com,"
  })
  void anExpiryThatIsNotStatedIsNoFailure(String property, String value, Instant expiry) {
    assertThat(IspapiCodecs.encode(RENEW).result(answer(Map.of(property, List.of(value)))).until())
        .isEqualTo(expiry);
  }

  @Test
  void paysARenewalFromAKnownExpiry() {
    Golden.assertEncoded(PAY, "plain");
    Golden.assertEncoded(
        new RenewDomain(UMLAUT, new Period(2), END_OF_2028, RENEWED, "PREMIUM_COM_A", false),
        "everything");
    assertThat(Golden.result(PAY, "documented")).isEqualTo(new RenewDomain.Result(RENEWED));
    assertThat(IspapiCodecs.encode(PAY).result(answer(Map.of())).until()).isNull();
  }

  @Test
  void restoresAName() {
    Golden.assertEncoded(RESTORE, "plain");
    Golden.assertEncoded(
        new RestoreDomain(UMLAUT, RenewalMode.AUTORENEW, "PREMIUM_COM_A"), "everything");
    assertThat(Golden.result(RESTORE, "documented")).isEqualTo(new RestoreDomain.Result());
  }

  @Test
  void deletesAName() {
    Golden.assertEncoded(DELETE, "documented");
    assertThat(Golden.result(DELETE, "documented"))
        .isEqualTo(new DeleteDomain.Result(true, List.of("PENDINGDELETE")));
    assertThat(IspapiCodecs.encode(DELETE).result(answer(Map.of())))
        .isEqualTo(new DeleteDomain.Result(false, List.of()));
  }

  @Test
  void purchasesCostMoneyAndDeletionsDoNot() {
    assertThat(List.of(RENEW, PAY, RESTORE)).allMatch(Mutation::costsMoney);
    assertThat(DELETE.costsMoney()).isFalse();
    assertThat(List.of(RENEW, PAY, RESTORE, DELETE))
        .extracting(Mutation::object)
        .containsExactly(
            "hexonet-domain.com", "hexonet-domain.com", "hexonerd.com", "hexonerd.com");
  }

  @Test
  void findsADeletedNameInTheList() {
    Golden.assertEncoded(QUERY, "deleted");
    assertThat(Golden.result(QUERY, "deleted"))
        .isEqualTo(new ReadDeletedDomain.Result(true, Instant.parse("2027-03-01T10:00:00Z")));
  }

  @Test
  void aListWithoutTheNameMeansItCannotBeRestored() {
    ReadDeletedDomain.Result none = new ReadDeletedDomain.Result(false, null);

    assertThat(Golden.result(QUERY, "documented")).isEqualTo(none);
    assertThat(IspapiCodecs.encode(QUERY).result(answer(Map.of()))).isEqualTo(none);
  }

  @Test
  void aDeletedNameNeedNotSayUntilWhen() {
    assertThat(
            IspapiCodecs.encode(QUERY).result(answer(Map.of("OBJECTID", List.of("hexonerd.com")))))
        .isEqualTo(new ReadDeletedDomain.Result(true, null));
  }

  @Test
  void readsWhatARegistryDoesAboutRenewals() {
    ReadRegistryRules.Result info =
        IspapiCodecs.encode(new ReadRegistryRules(PLAIN))
            .result(
                answer(
                    Map.of(
                        "REGISTRYEXPLICITRENEWAL", List.of("no"),
                        "ZONERENEWALPERIODS", List.of("1Y,2Y, 1M, 5y"),
                        "ZONERENEWALPAYMENTPERIOD", List.of("-61D"),
                        "DELETIONRESTORABLEPERIOD", List.of("30 days"))));

    assertThat(info.explicitRenewal()).isFalse();
    assertThat(info.renewalPeriods()).containsExactly(new Period(1), new Period(2), new Period(5));
    assertThat(info.earliestPayment()).isEqualTo(Duration.ofDays(-61));
    assertThat(info.restorable()).as("not readable").isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDINGDELETE", "requesteddelete", "Deleted"})
  void recognisesANameThatIsBeingDeleted(String status) {
    ReadDomain.Result domain =
        IspapiCodecs.encode(new ReadDomain(PLAIN))
            .result(answer(Map.of("STATUS", List.of("ACTIVE", status))));

    assertThat(domain.deleting()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACTIVE", "EXPIRED", "PENDINGCREATE"})
  void anotherNameIsNotBeingDeleted(String status) {
    ReadDomain.Result domain =
        IspapiCodecs.encode(new ReadDomain(PLAIN))
            .result(answer(Map.of("STATUS", List.of(status))));

    assertThat(domain.deleting()).isFalse();
  }

  private static RegistrarResponse answer(Map<String, List<String>> properties) {
    return new RegistrarResponse(200, "ok", false, properties);
  }
}
