package io.domainflow.cnr.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.domainflow.cnr.command.CheckDomainsBatch.PriceOf;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.AcceptedNotice;
import io.domainflow.registrar.command.CheckDomains;
import io.domainflow.registrar.command.CheckDomains.Availability;
import io.domainflow.registrar.command.CheckRegistration;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.ListApplications;
import io.domainflow.registrar.command.ReadApplication;
import io.domainflow.registrar.command.RegisterDomain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationsTest {

  private static final DomainName NAME = DomainName.of("müller.com");
  private static final DomainName OTHER = DomainName.of("example.org");
  private static final CheckDomainsBatch BLOCK =
      new CheckDomainsBatch(List.of(NAME, OTHER), PriceOf.CREATE);

  @Test
  void readsWhichNamesAreTaken() {
    Golden.assertEncoded(BLOCK, "CheckDomains", "block");

    assertThat(Golden.result(BLOCK, "recorded").names())
        .extracting(Availability::kind)
        .containsExactly(Availability.Kind.TAKEN, Availability.Kind.UNSUPPORTED);
  }

  @Test
  void aNameWithAFeeClassOfItsOwnIsPremium() {
    List<Availability> names = Golden.result(BLOCK, "premium").names();

    assertThat(names.get(0).kind()).isEqualTo(Availability.Kind.PREMIUM);
    assertThat(names.get(0).price()).isEqualTo(Money.of("235.00", "USD"));
    assertThat(names.get(0).priceClass()).isEqualTo("premium");
    assertThat(names.get(0).ownPrice()).isTrue();
    assertThat(names.get(1).kind()).isEqualTo(Availability.Kind.AVAILABLE);
    assertThat(names.get(1).priceClass()).isNull();
  }

  @Test
  void aFeeIsOfTheNameThatItStates() {
    List<Availability> names =
        Golden.result(new CheckDomainsBatch(List.of(OTHER, NAME), PriceOf.CREATE), "premium")
            .names();

    assertThat(names)
        .extracting(Availability::kind)
        .containsExactly(Availability.Kind.AVAILABLE, Availability.Kind.PREMIUM);
  }

  @Test
  void asksForManyNamesInBlocks() {
    List<DomainName> many =
        IntStream.range(0, 70).mapToObj(i -> DomainName.of("name" + i + ".com")).toList();
    ScriptedCalls calls = new ScriptedCalls().answering("CheckDomains", "recorded");

    List<Availability> names = calls.carryOut(new CheckDomains(many)).names();

    assertThat(calls.said()).hasSize(3);
    assertThat(calls.said().get(2)).contains("DOMAIN9=name69.com").doesNotContain("DOMAIN10=");
    assertThat(names).extracting(Availability::domain).isEqualTo(many);
    assertThat(names.get(69).kind()).as("not stated").isEqualTo(Availability.Kind.NOT_CHECKED);
  }

  @Test
  void registersAName() {
    RegisterDomain register = new RegisterDomain(withExtras());
    Golden.assertEncoded(register, "AddDomain", "plain");

    assertThat(Golden.result(register, "known"))
        .isEqualTo(
            new RegisterDomain.Result(
                List.of("ACTIVE"), false, Instant.parse("2028-03-01T10:00:00Z"), null, false));
    assertThat(Golden.result(register, "requested").pending()).isTrue();
  }

  @Test
  void sendsThePriceThatWasAgreed() {
    Golden.assertEncoded(
        new RegisterDomain(registration(null), "premium", Money.of("900.00", "USD")),
        "AddDomain",
        "premium");
  }

  @Test
  void appliesForANameInAPhase() {
    RegisterDomain apply = new RegisterDomain(registration(null), "GOLIVE", null);
    Golden.assertEncoded(apply, "AddDomainApplication", "phase");

    RegisterDomain.Result result = Golden.result(apply, "known");

    assertThat(result.application()).isEqualTo("4711");
    assertThat(result.pending()).isTrue();
  }

  @Test
  void asksForApplications() {
    Golden.assertEncoded(new ReadApplication("4711"), "StatusDomainApplication", "plain");
    Golden.assertEncoded(new ListApplications(NAME), "QueryDomainApplicationList", "plain");
  }

  /** Nobody could have accepted one: it is not asked for. */
  @Test
  void sendsNoTrademarkNotice() {
    Instant any = Instant.parse("2026-11-29T00:00:00Z");
    RegisterDomain register =
        new RegisterDomain(registration(new AcceptedNotice("key", "1", "hash", any, any)));

    assertThatIllegalArgumentException().isThrownBy(() -> CnrCodecs.encode(register).parameters());
  }

  @Test
  void triesARegistrationByAskingWhetherTheNameIsTaken() {
    CheckRegistration check = new CheckRegistration(registration(null));
    Golden.assertEncoded(check, "CheckDomain", "plain");

    assertThat(result(check, 210).accepted()).isTrue();
    assertThat(result(check, 211).accepted()).isFalse();
  }

  private static CheckRegistration.Result result(CheckRegistration check, int code) {
    return CnrCodecs.encode(check).result(new RegistrarResponse(code, "words", false, Map.of()));
  }

  private static DomainRegistration registration(@Nullable AcceptedNotice notice) {
    return registration(false, null, AdditionalFields.NONE, notice);
  }

  private static DomainRegistration withExtras() {
    return registration(true, "de", new AdditionalFields(Map.of("X-CA-LEGAL-TYPE", "CCO")), null);
  }

  private static DomainRegistration registration(
      boolean privacy,
      @Nullable String language,
      AdditionalFields fields,
      @Nullable AcceptedNotice notice) {
    return new DomainRegistration(
        NAME,
        new Period(2),
        Contact.ofHandle("P-A1"),
        Contact.ofHandle("P-A1"),
        Contact.ofHandle("P-T1"),
        Contact.ofHandle("P-T1"),
        List.of(new Nameserver("ns1.example.net"), new Nameserver("ns2.example.net")),
        RenewalMode.AUTOEXPIRE,
        true,
        privacy,
        language,
        fields,
        notice);
  }
}
