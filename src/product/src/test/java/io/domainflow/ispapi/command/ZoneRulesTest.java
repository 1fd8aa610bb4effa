package io.domainflow.ispapi.command;

import static io.domainflow.ispapi.command.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Period;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadZoneRules;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * QueryDomainOptions and QueryDomainRepositoryInfo: the rules of a zone and of its registry for
 * transfers, renewals and changes of registrant.
 */
class ZoneRulesTest {

  private static final DomainName EXAMPLE = DomainName.of("example.com");
  private static final ReadZoneRules OPTIONS = new ReadZoneRules(DomainName.of("domain.shop"));

  @Test
  void readsTheRulesOfAZone() {
    Golden.assertEncoded(OPTIONS, "one-name");
    ReadZoneRules.Result result = Golden.result(OPTIONS, "documented");

    assertThat(result)
        .isEqualTo(
            new ReadZoneRules.Result(
                List.of(new Period(1)),
                false,
                RegistrantChangeBy.ICANN_TRADE,
                true,
                EnumSet.allOf(ContactRole.class)));
    assertThat(result.confirmsTransferByMail()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ICANN-FOA-REQUEST,true",
    "icann-foa-request,true",
    "'FAX, EMAIL',true",
    "FAX,false",
    "'',false"
  })
  void readsHowATransferIsConfirmed(String text, boolean byMail) {
    assertThat(
            IspapiCodecs.encode(OPTIONS)
                .result(answer("ZONEPOLICYDOMAINTRANSFERREQUESTCONFIRMATION", text))
                .confirmsTransferByMail())
        .isEqualTo(byMail);
  }

  @ParameterizedTest
  @CsvSource({
    "ICANN-TRADE,ICANN_TRADE",
    "icann-trade,ICANN_TRADE",
    "TRADE,TRADE",
    "UPDATE,UPDATE",
    "REGISTRY,ELSEWHERE",
    "NEWREG,ELSEWHERE",
    "FAX,UNKNOWN",
    "'',UNKNOWN"
  })
  void readsHowAZoneChangesRegistrants(String word, RegistrantChangeBy by) {
    assertThat(
            IspapiCodecs.encode(OPTIONS)
                .result(answer("ZONEPOLICYREGISTRANTNAMECHANGEBY", word))
                .registrantChangeBy())
        .isEqualTo(by);
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "2,true", "'',true"})
  void readsInWhichRolesNamesHaveContacts(String most, boolean taken) {
    assertThat(
            IspapiCodecs.encode(OPTIONS)
                .result(answer("ZONEBILLINGCONTACTSMAX", most))
                .contacts()
                .contains(ContactRole.BILLING))
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"SHOP-OTE-1API1,true", "AFNIC-OTE-1API1,false", "'',true"})
  void knowsTheRegistryWithoutOptingOut(String repository, boolean possible) {
    assertThat(
            IspapiCodecs.encode(OPTIONS).result(answer("REPOSITORY", repository)).optOutPossible())
        .isEqualTo(possible);
  }

  @Test
  void readsEveryPeriodOfAListInOneValue() {
    assertThat(
            IspapiCodecs.encode(OPTIONS)
                .result(answer("ZONETRANSFERPERIODS", "0Y,1y, 2Y,1M,"))
                .transferPeriods())
        .containsExactly(new Period(0), new Period(1), new Period(2));
  }

  @Test
  void readsHowLongTheRegistryWaits() {
    ReadRegistryRules info = new ReadRegistryRules(EXAMPLE);

    Golden.assertEncoded(info, "documented");
    assertThat(Golden.result(info, "documented"))
        .isEqualTo(
            new ReadRegistryRules.Result(
                Duration.ofDays(5),
                true,
                IntStream.rangeClosed(1, 9).mapToObj(Period::new).toList(),
                Duration.ofDays(-61),
                Duration.ofDays(30)));
    assertThat(IspapiCodecs.encode(info).result(answer("REGISTRYTRANSFEREXPIREACTION", "NACK")))
        .isEqualTo(new ReadRegistryRules.Result(null, true, List.of(), null, null));
    assertThat(
            IspapiCodecs.encode(info)
                .result(answer("REGISTRYEXPLICITRENEWAL", "No"))
                .explicitRenewal())
        .isFalse();
    assertThat(IspapiCodecs.encode(info).result(answer("REGISTRYTRANSFERPENDINGPERIOD", "soon")))
        .isEqualTo(new ReadRegistryRules.Result(null, true, List.of(), null, null));
  }
}
