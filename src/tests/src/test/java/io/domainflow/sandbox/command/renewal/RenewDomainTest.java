package io.domainflow.sandbox.command.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.build.BothReadings;
import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.protocol.RegistrarDate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewDomainTest {

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
    registry.name("ours.com", "\"expires\":\"P30D\"");
  }

  private String date(String property) {
    return sandbox.call("StatusDomain", "DOMAIN=ours.com").first(property);
  }

  private String year() {
    return date("EXPIRATIONDATE").substring(0, 4);
  }

  static String later(String date, int years) {
    OffsetDateTime time = RegistrarDate.parse("", date).atOffset(ZoneOffset.UTC);
    return RegistrarDate.of(time.plusYears(years).toInstant());
  }

  @ParameterizedTest
  @CsvSource({"A, 1Y, 1, 12.00", "B, 1Y, 1, 12.00", "A, 3Y, 3, 36.00"})
  void renewsAtOnceAndIsCharged(String profile, String period, int years, String charged) {
    registry.profile(profile);
    String before = date("EXPIRATIONDATE");

    ParsedAnswer renewed =
        sandbox.call("RenewDomain", "DOMAIN=ours.com", "PERIOD=" + period, "EXPIRATION=" + year());

    assertThat(renewed.says()).isEqualTo("200 Command completed successfully");
    assertThat(renewed.pending()).isFalse();
    assertThat(renewed.first("DOMAIN")).isEqualTo("ours.com");
    assertThat(renewed.first("EXPIRATIONDATE")).isEqualTo(later(before, years));
    assertThat(date("EXPIRATIONDATE")).isEqualTo(later(before, years));
    assertThat(date("PAIDUNTILDATE")).isEqualTo(later(before, years));
    assertThat(registry.charged("ours.com")).isEqualTo(charged);
    assertThat(registry.log("ours.com")).containsExactly("RENEW SUCCESSFUL");
  }

  @ParameterizedTest
  @CsvSource({
    "A, RenewDomain, '555 Object already renewed'",
    "B, RenewDomain, '541 Invalid attribute value; EXPIRATION'",
    "A, PayDomainRenewal, '555 Object already renewed'",
    "B, PayDomainRenewal, '541 Invalid attribute value; EXPIRATION'"
  })
  void doesNotRenewTwiceForTheSameExpiry(String profile, String command, String says) {
    registry.profile(profile);
    String year = year();
    sandbox.call("RenewDomain", "DOMAIN=ours.com", "EXPIRATION=" + year);

    assertThat(sandbox.call(command, "DOMAIN=ours.com", "EXPIRATION=" + year).says())
        .isEqualTo(says);
    assertThat(registry.charged("ours.com")).isEqualTo("12.00");
  }

  @Test
  void acceptsTheWholeDateAsWell() {
    String date = date("EXPIRATIONDATE");

    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com", "EXPIRATIONDATE=" + date).code())
        .isEqualTo(200);
    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com", "EXPIRATIONDATE=" + date).code())
        .isEqualTo(555);
    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com", "EXPIRATION=2999").says())
        .isEqualTo("541 Invalid attribute value; EXPIRATION");
    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com", "EXPIRATIONDATE=soon").says())
        .isEqualTo("505 Invalid attribute value syntax; EXPIRATIONDATE");
    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com").code())
        .as("blindly, as its page allows")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A|\"expires\":\"P30D\",\"zone\":{\"explicitRenewal\":false}||510 Command not supported for this class",
        "B|\"expires\":\"P30D\",\"zone\":{\"explicitRenewal\":false}||510 Command not supported for this class",
        "A|\"zone\":{\"renewalPeriods\":[\"2Y\"]}|PERIOD=1Y|541 Invalid attribute value; PERIOD",
        "B|\"zone\":{\"renewalPeriods\":[\"2Y\"]}|PERIOD=1Y|549 Command failed; PERIOD",
        "A|\"expires\":\"P800D\"|PERIOD=8Y|541 Invalid attribute value; PERIOD reaches more than 10 years ahead",
        "B|\"expires\":\"P800D\"|PERIOD=8Y|549 Command failed; PERIOD reaches more than 10 years ahead",
        "A|\"class\":\"PREMIUM_A\",\"price\":900||504 Missing required attribute; CLASS=PREMIUM_A",
        "B|\"class\":\"PREMIUM_A\",\"price\":900||541 Invalid attribute value; CLASS=PREMIUM_A",
        "A|\"class\":\"PREMIUM_A\",\"price\":900|CLASS=COM|541 Invalid attribute value; CLASS",
        "A|\"expires\":\"-P46D\"||552 Object status does not allow for operation; the failure date of the name is over",
        "B|\"expires\":\"-P46D\"||549 Command failed; the failure date of the name is over",
        "A|\"owner\":\"OTHER_ACCOUNT\"||531 Authorization failed",
        "A|\"owner\":\"OTHER_REGISTRAR\"||545 Object not found",
        "A|\"owner\":\"FREE\"||545 Object not found",
        "A|\"expires\":\"P30D\"|ORDER=CREATE|549 Command failed; ORDER is not offered by the sandbox"
      })
  void refusesWhatCannotBeRenewed(String profile, String members, String line, String says) {
    registry.name("other.com", members);
    registry.profile(profile);

    ParsedAnswer answer =
        line == null
            ? sandbox.call("RenewDomain", "DOMAIN=other.com")
            : sandbox.call("RenewDomain", "DOMAIN=other.com", line);

    assertThat(answer.says()).isEqualTo(says);
    assertThat(registry.charged("other.com")).isEmpty();
  }

  @Test
  void refusesANameInTransferOrOnHold() {
    registry.name("held.com", "\"expires\":\"P30D\"");
    registry.happen("held.com", "HOLD");
    registry.happen("ours.com", "OUTGOING_REQUESTED");

    assertThat(sandbox.call("RenewDomain", "DOMAIN=held.com").code()).isEqualTo(552);
    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com").code()).isEqualTo(536);
    assertThat(sandbox.call("PayDomainRenewal", "DOMAIN=ours.com").code()).isEqualTo(552);
  }

  @Test
  void refusesWhatTheAccountCannotPay() {
    registry.post("/sandbox/accounts", "{\"login\":\"test.user\",\"balance\":\"11.99\"}");

    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com").says())
        .isEqualTo("546 Credit limit exceeded");
    assertThat(sandbox.call("PayDomainRenewal", "DOMAIN=ours.com").code()).isEqualTo(546);
    assertThat(registry.charged("ours.com")).isEmpty();
  }

  @Test
  void renewsAnExpiredNameUntilItsFailureDate() {
    registry.name("late.com", "\"expires\":\"-P43D\",\"class\":\"PREMIUM_A\",\"price\":\"300\"");

    ParsedAnswer renewed = sandbox.call("RenewDomain", "DOMAIN=late.com", "CLASS=PREMIUM_A");

    assertThat(renewed.code()).isEqualTo(200);
    assertThat(RegistrarDate.parse("", renewed.first("EXPIRATIONDATE"))).isAfter(Instant.now());
    assertThat(registry.charged("late.com")).isEqualTo("300.00");
  }

  @BothReadings(alwaysBoth = true)
  void paysForARenewalThatHappensWhenThePeriodIsOver(String profile) {
    registry.profile(profile);
    registry.name("ours.com", "\"expires\":\"P30D\",\"zone\":{\"explicitRenewal\":false}");
    String expires = date("EXPIRATIONDATE");
    String year = year();

    ParsedAnswer paid = sandbox.call("PayDomainRenewal", "DOMAIN=ours.com", "EXPIRATION=" + year);

    assertThat(paid.first("EXPIRATIONDATE"))
        .isEqualTo(profile.equals("A") ? later(expires, 1) : expires);
    assertThat(date("PAIDUNTILDATE")).isEqualTo(later(expires, 1));
    assertThat(date("EXPIRATIONDATE")).isEqualTo(expires);
    assertThat(date("NEXTACTION")).isEqualTo("finalize");
    assertThat(sandbox.call("PayDomainRenewal", "DOMAIN=ours.com", "EXPIRATION=" + year).code())
        .isEqualTo(555);
    sandbox.call("SetDomainRenewalMode", "DOMAIN=ours.com", "RENEWALMODE=AUTODELETE");
    registry.advance("P32D");
    assertThat(date("EXPIRATIONDATE")).isEqualTo(later(expires, 1));
    assertThat(date("NEXTACTION")).isEqualTo("delete");
    assertThat(registry.charged("ours.com")).isEqualTo("12.00 0.00");
  }

  @ParameterizedTest
  @CsvSource({"A, 548", "B, 552"})
  void isNotPaidTooEarly(String profile, int code) {
    registry.profile(profile);
    registry.name("early.com", "\"expires\":\"P62D\"");

    assertThat(sandbox.call("PayDomainRenewal", "DOMAIN=early.com").code()).isEqualTo(code);
    registry.advance("P1D");
    assertThat(sandbox.call("PayDomainRenewal", "DOMAIN=early.com").code()).isEqualTo(200);
  }

  @Test
  void paysForANameThatHasExpiredByRenewingItAtOnce() {
    registry.name("late.com", "\"expires\":\"-P10D\"");
    String expires = sandbox.call("StatusDomain", "DOMAIN=late.com").first("EXPIRATIONDATE");

    sandbox.call("PayDomainRenewal", "DOMAIN=late.com");

    assertThat(sandbox.call("StatusDomain", "DOMAIN=late.com").first("EXPIRATIONDATE"))
        .isEqualTo(later(expires, 1));
    assertThat(registry.log("late.com")).containsExactly("RENEW SUCCESSFUL", "RENEW PENDING");
  }

  @ParameterizedTest
  @CsvSource({"A, 545", "B, 541"})
  void doesNotPayForOthers(String profile, int code) {
    registry.name("theirs.com", "\"owner\":\"OTHER_ACCOUNT\"");
    registry.profile(profile);

    assertThat(sandbox.call("PayDomainRenewal", "DOMAIN=theirs.com").code()).isEqualTo(code);
    assertThat(sandbox.call("PayDomainRenewal", "DOMAIN=nobody.com").code()).isEqualTo(545);
  }

  @Test
  void injectsFaults() {
    registry.post("/sandbox/faults", "{\"command\":\"RenewDomain\",\"fault\":\"CODE_421_AFTER\"}");
    String year = year();

    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com", "EXPIRATION=" + year).code())
        .isEqualTo(421);
    assertThat(sandbox.call("RenewDomain", "DOMAIN=ours.com", "EXPIRATION=" + year).code())
        .isEqualTo(555);
  }

  @Test
  void reportsWhatItCostsAndHowTheZoneRenews() {
    registry.name(
        "other.com", "\"zone\":{\"explicitRenewal\":false,\"renewalPeriods\":[\"1Y\",\"5Y\"]}");

    ParsedAnswer zone = sandbox.call("QueryDomainRepositoryInfo", "DOMAIN=other.com");
    assertThat(zone.first("REGISTRYEXPLICITRENEWAL")).isEqualTo("NO");
    assertThat(zone.first("ZONERENEWALPERIODS")).isEqualTo("1Y,5Y");
    assertThat(
            sandbox
                .call("QueryDomainRepositoryInfo", "DOMAIN=ours.com")
                .first("REGISTRYEXPLICITRENEWAL"))
        .isEqualTo("YES");
    ParsedAnswer status = sandbox.call("StatusDomain", "DOMAIN=ours.com", "PROPERTIES=PRICE");
    assertThat(status.first("RENEWALPRICE") + status.first("CURRENCY")).isEqualTo("12.00EUR");
    registry.profile("B");
    assertThat(sandbox.call("StatusDomain", "DOMAIN=ours.com", "PROPERTIES=PRICE").says())
        .isEqualTo("503 Invalid attribute name; PROPERTIES");
  }
}
