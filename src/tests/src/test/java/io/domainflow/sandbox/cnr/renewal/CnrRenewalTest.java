package io.domainflow.sandbox.cnr.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.Registry;
import io.domainflow.sandbox.SandboxServer;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Renewals, modes of renewal and restores at CentralNic Reseller. */
class CnrRenewalTest {

  private static final String OURS = "\"platform\":\"CNR\",\"owner\":\"OURS\"";
  private static final String SOON = OURS + ",\"expires\":\"P20D\"";

  private SandboxServer sandbox;
  private Registry registry;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    registry = new Registry(sandbox);
  }

  private CnrAnswer status(String domain) {
    return sandbox.cnr("StatusDomain", "DOMAIN=" + domain);
  }

  private String expires(String domain) {
    return status(domain).first("registration expiration date");
  }

  private int paidYear(String domain) {
    return Integer.parseInt(status(domain).first("paiduntil date").substring(0, 4));
  }

  private int year(String domain) {
    return Integer.parseInt(expires(domain).substring(0, 4));
  }

  private CnrAnswer renew(String domain, int year) {
    return sandbox.cnr("RenewDomain", "DOMAIN=" + domain, "PERIOD=1", "EXPIRATION=" + year);
  }

  private CnrAnswer mode(String domain, String mode) {
    return sandbox.cnr("SetDomainRenewalMode", "DOMAIN=" + domain, "RENEWALMODE=" + mode);
  }

  @Test
  void renewsOnceForAYearThatIsNamed() {
    registry.name("ours.com", OURS);
    int before = year("ours.com");

    CnrAnswer renewed = renew("ours.com", before);

    assertThat(renewed.says()).isEqualTo("200 Command completed successfully");
    assertThat(renewed.first("registration expiration date")).isEqualTo(expires("ours.com"));
    assertThat(renewed.first("job id")).matches("[0-9]+");
    assertThat(year("ours.com")).isEqualTo(before + 1);
    assertThat(renew("ours.com", before).code()).isEqualTo(541);
    assertThat(renew("ours.com", before + 5).code()).isEqualTo(541);
    assertThat(registry.charged("ours.com")).isEqualTo("12.00");
  }

  @Test
  void wantsTheYearInTheFirstReadingOnly() {
    registry.name("ours.com", OURS);
    int before = year("ours.com");

    assertThat(sandbox.cnr("RenewDomain", "DOMAIN=ours.com").says())
        .isEqualTo("504 Missing required attribute; EXPIRATION");
    assertThat(sandbox.cnr("RenewDomain", "DOMAIN=ours.com", "PERIOD=1", "EXPIRATION=soon").says())
        .isEqualTo("505 Invalid attribute value syntax; EXPIRATION");
    registry.profile("B");
    assertThat(sandbox.cnr("RenewDomain", "DOMAIN=ours.com").code()).isEqualTo(200);
    assertThat(renew("ours.com", before).code()).isEqualTo(549);
  }

  @Test
  void countsPeriodsInYears() {
    registry.name("ours.com", OURS);
    int before = year("ours.com");

    assertThat(
            sandbox
                .cnr("RenewDomain", "DOMAIN=ours.com", "PERIOD=2", "EXPIRATION=" + before)
                .code())
        .isEqualTo(200);
    assertThat(year("ours.com")).isEqualTo(before + 2);
    assertThat(
            sandbox
                .cnr("RenewDomain", "DOMAIN=ours.com", "PERIOD=1Y", "EXPIRATION=" + before)
                .says())
        .isEqualTo("505 Invalid attribute value syntax; PERIOD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.de", "a.at", "a.be", "a.ch", "a.nl", "a.li"})
  void renewsNotByCommandWhereTheZoneDoesNot(String domain) {
    registry.name(domain, OURS);

    assertThat(renew(domain, year(domain)).says()).isEqualTo("549 Command failed");
    registry.profile("B");
    assertThat(renew(domain, year(domain)).code()).isEqualTo(541);
    assertThat(registry.charged(domain)).isEmpty();
  }

  @Test
  void refusesNamesOfOthers() {
    registry.elsewhere("theirs.com", "");
    registry.name("inner.com", OURS + ",\"account\":\"test.user2\"");

    assertThat(renew("theirs.com", 2030).says()).isEqualTo("545 Entity reference not found");
    assertThat(renew("inner.com", 2030).code()).isEqualTo(531);
    assertThat(mode("theirs.com", "AUTORENEW").code()).isEqualTo(545);
  }

  @Test
  void wantsThePriceOfAPremiumName() {
    registry.name(
        "dear.com",
        OURS + ",\"class\":\"PREMIUM_COM_X\",\"price\":\"300.00\",\"renewalPrice\":\"90.00\"");
    String year = "EXPIRATION=" + year("dear.com");

    assertThat(sandbox.cnr("RenewDomain", "DOMAIN=dear.com", year).code()).isEqualTo(504);
    assertThat(sandbox.cnr("RenewDomain", "DOMAIN=dear.com", year, "X-FEE-AMOUNT=9").code())
        .isEqualTo(541);
    assertThat(sandbox.cnr("RenewDomain", "DOMAIN=dear.com", year, "X-FEE-AMOUNT=90.00").code())
        .isEqualTo(200);
    assertThat(registry.charged("dear.com")).isEqualTo("90.00");
  }

  @ParameterizedTest
  @CsvSource({
    "RENEWONCE, DEFAULT",
    "RENEWONCETHENAUTOEXPIRE, AUTOEXPIRE",
    "RENEWONCETHENAUTODELETE, AUTODELETE"
  })
  void renewsOnceAtTheRenewalDate(String once, String afterwards) {
    registry.name("einmal.de", SOON);
    int before = year("einmal.de");
    assertThat(mode("einmal.de", once).code()).isEqualTo(200);
    assertThat(registry.charged("einmal.de")).isEqualTo("0.00");

    registry.advance("P16D");
    assertThat(status("einmal.de").first("renewalmode")).isEqualTo(once);
    assertThat(registry.charged("einmal.de")).isEqualTo("0.00");
    assertThat(year("einmal.de")).isEqualTo(before);
    registry.advance("P6D");

    assertThat(registry.charged("einmal.de")).isEqualTo("0.00 6.00");
    assertThat(year("einmal.de")).isEqualTo(before + 1);
    assertThat(status("einmal.de").first("renewalmode")).isEqualTo(afterwards);
    registry.advance("P300D");
    assertThat(registry.charged("einmal.de")).isEqualTo("0.00 6.00");
  }

  @Test
  void countsUpOnTheDayOfTheExpiryAndIsPaidWeeksLater() {
    registry.name("wait.com", SOON);
    int before = year("wait.com");
    mode("wait.com", "AutoRenew");

    registry.advance("P21D");
    assertThat(year("wait.com")).isEqualTo(before + 1);
    assertThat(paidYear("wait.com")).isEqualTo(before);
    assertThat(registry.charged("wait.com")).isEqualTo("0.00");
    registry.advance("P33D");
    assertThat(paidYear("wait.com")).isEqualTo(before);
    registry.advance("P2D");

    assertThat(year("wait.com")).isEqualTo(before + 1);
    assertThat(paidYear("wait.com")).isEqualTo(before + 1);
    assertThat(registry.charged("wait.com")).isEqualTo("0.00 12.00");
  }

  @Test
  void renewsByTheYearThatIsPaidWhileTheRegistryHasCountedUp() {
    registry.name("wait.com", SOON);
    registry.name("twice.com", SOON);
    int before = year("wait.com");
    registry.advance("P21D");

    registry.profile("B");
    assertThat(renew("wait.com", before + 1).code()).isEqualTo(541);
    registry.profile("A");
    assertThat(renew("wait.com", before).code()).isEqualTo(200);
    assertThat(renew("twice.com", before + 1).code()).isEqualTo(200);

    assertThat(year("wait.com")).isEqualTo(before + 1);
    assertThat(paidYear("wait.com")).isEqualTo(before + 1);
    assertThat(registry.charged("wait.com")).isEqualTo("12.00");
    assertThat(paidYear("twice.com")).isEqualTo(before + 2);
    assertThat(registry.charged("twice.com")).as("two years nobody wanted").isEqualTo("24.00");
  }

  @Test
  void suspendsANameBeforeItIsDeletedAndRenewsItUntilThen() {
    for (String domain : List.of("saved.com", "moded.com", "lost.com")) {
      registry.name(domain, SOON + ",\"renewalMode\":\"AUTOEXPIRE\"");
    }
    int before = year("saved.com");

    registry.advance("P56D");
    assertThat(status("saved.com").all("status")).contains("pendingDelete");
    assertThat(sandbox.cnr("QueryDomainHistoryList", "DOMAIN=saved.com").all("domain")).isEmpty();
    assertThat(sandbox.cnr("RestoreDomain", "DOMAIN=saved.com").code()).isEqualTo(554);
    assertThat(renew("saved.com", before - 3).code()).isEqualTo(541);
    assertThat(status("saved.com").all("status")).contains("pendingDelete");
    assertThat(renew("saved.com", before).code()).isEqualTo(200);
    assertThat(mode("moded.com", "RENEWONCE").code()).isEqualTo(200);
    registry.advance("P8D");

    assertThat(status("saved.com").all("status")).contains("ACTIVE");
    assertThat(paidYear("saved.com")).isEqualTo(before + 1);
    assertThat(registry.charged("saved.com")).isEqualTo("12.00");
    assertThat(status("moded.com").first("renewalmode")).isEqualTo("DEFAULT");
    assertThat(registry.charged("moded.com")).isEqualTo("0.00 12.00");
    assertThat(status("lost.com").code()).isEqualTo(545);
    assertThat(sandbox.cnr("QueryDomainHistoryList", "DOMAIN=lost.com").all("status"))
        .containsExactly("redemptionGrace");
  }

  @Test
  void renewsByTheMonthAndByTheQuarterWhereTheZoneDoes() {
    registry.name("monat.de", SOON);
    registry.name("kwartaal.nl", SOON);
    String month = expires("monat.de").substring(0, 7);
    assertThat(mode("monat.de", "AUTORENEWMONTHLY").code()).isEqualTo(200);
    assertThat(mode("kwartaal.nl", "AUTORENEWQUARTERLY").code()).isEqualTo(200);

    registry.advance("P22D");

    assertThat(expires("monat.de").substring(0, 7)).isGreaterThan(month);
    assertThat(YearMonth.parse(expires("monat.de").substring(0, 7)))
        .isEqualTo(YearMonth.parse(month).plusMonths(1));
    assertThat(YearMonth.parse(expires("kwartaal.nl").substring(0, 7)))
        .isEqualTo(YearMonth.parse(month).plusMonths(3));
    assertThat(registry.charged("monat.de")).isEqualTo("0.00 0.50");
    assertThat(registry.charged("kwartaal.nl")).isEqualTo("0.00 2.00");
    registry.advance("P32D");
    assertThat(registry.charged("monat.de")).isEqualTo("0.00 0.50 0.50");
    assertThat(status("monat.de").first("renewalmode")).isEqualTo("AUTORENEWMONTHLY");
  }

  @Test
  void takesModesWhereTheyBelong() {
    for (String domain : List.of("a.com", "a.de", "a.nl", "a.berlin")) {
      registry.name(domain, OURS);
    }

    for (String mode : List.of("DEFAULT", "AUTORENEW", "AUTOEXPIRE", "AUTODELETE", "RENEWONCE")) {
      assertThat(mode("a.berlin", mode).code()).as(mode).isEqualTo(200);
      assertThat(status("a.berlin").first("renewalmode")).isEqualTo(mode);
    }
    assertThat(mode("a.com", "EXPIREAUCTION").code()).isEqualTo(200);
    assertThat(mode("a.berlin", "EXPIREAUCTION").code()).isEqualTo(541);
    assertThat(mode("a.com", "AUTORENEWMONTHLY").code()).isEqualTo(541);
    assertThat(mode("a.de", "AUTORENEWQUARTERLY").code()).isEqualTo(541);
    assertThat(mode("a.com", "RenewOnceThenAutoExpire").code()).isEqualTo(200);
    assertThat(status("a.com").first("renewalmode")).isEqualTo("RENEWONCETHENAUTOEXPIRE");
  }

  @Test
  void letsNamesGoAsTheirModeSays() {
    for (String mode : List.of("AUTOEXPIRE", "EXPIREAUCTION", "DEFAULT")) {
      String domain = mode.charAt(0) + "x" + mode.length() + ".com";
      registry.name(domain, SOON);
      mode(domain, mode);
    }

    registry.advance("P70D");

    assertThat(status("Ax10.com").code()).isEqualTo(545);
    assertThat(status("Ex13.com").code()).isEqualTo(545);
    assertThat(status("Dx7.com").code()).isEqualTo(200);
  }

  @Test
  void takesTheModeOfTheAccountForDefault() {
    registry.post(
        "/sandbox/accounts",
        "{\"platform\":\"CNR\",\"login\":\"test.user\",\"renewalMode\":\"AUTOEXPIRE\"}");
    registry.name("lapsing.com", SOON);
    mode("lapsing.com", "DEFAULT");

    registry.advance("P70D");

    assertThat(status("lapsing.com").code()).isEqualTo(545);
    assertThat(registry.charged("lapsing.com")).isEqualTo("0.00");
  }

  @Test
  void restoresWhatWasDeleted() {
    registry.name("gone.com", OURS);
    registry.happen("gone.com", "DELETED_ELSEWHERE");

    CnrAnswer restored = sandbox.cnr("RestoreDomain", "DOMAIN=gone.com");
    assertThat(restored.says()).isEqualTo("200 Command completed successfully");
    assertThat(restored.pending()).isFalse();
    assertThat(restored.properties()).isEmpty();
    assertThat(registry.charged("gone.com")).isEqualTo("60.00");
    assertThat(sandbox.cnr("RestoreDomain", "DOMAIN=gone.com").code()).isEqualTo(552);
    registry.advance("P1D");

    assertThat(status("gone.com").code()).isEqualTo(200);
    assertThat(sandbox.cnr("RestoreDomain", "DOMAIN=gone.com").code()).isEqualTo(554);
    assertThat(sandbox.cnr("RestoreDomain", "DOMAIN=nobody.com").code()).isEqualTo(545);
  }

  @Test
  void renewsByItselfWhatIsRestoredAfterItsPeriod() {
    registry.name("gone.com", OURS + ",\"expires\":\"-P50D\",\"renewalMode\":\"AUTOEXPIRE\"");
    int before = paidYear("gone.com");
    registry.happen("gone.com", "DELETED_ELSEWHERE");
    sandbox.cnr("RestoreDomain", "DOMAIN=gone.com");

    registry.advance("P1D");
    assertThat(status("gone.com").first("renewalmode")).isEqualTo("RENEWONCE");
    assertThat(registry.charged("gone.com")).isEqualTo("60.00");
    registry.advance("PT6M");

    assertThat(registry.charged("gone.com")).isEqualTo("60.00 12.00");
    assertThat(paidYear("gone.com")).isEqualTo(before + 1);
    assertThat(status("gone.com").first("renewalmode")).isEqualTo("DEFAULT");
  }

  @Test
  void ordersARenewalOfWhatIsRestoredInTheMiddleOfItsPeriod() {
    registry.name("gone.com", OURS + ",\"expires\":\"P90D\",\"renewalMode\":\"AUTOEXPIRE\"");
    int before = paidYear("gone.com");
    registry.happen("gone.com", "DELETED_ELSEWHERE");
    sandbox.cnr("RestoreDomain", "DOMAIN=gone.com");

    registry.advance("P2D");
    assertThat(status("gone.com").first("renewalmode")).isEqualTo("RENEWONCE");
    assertThat(paidYear("gone.com")).isEqualTo(before);
    assertThat(registry.charged("gone.com")).isEqualTo("60.00");
    registry.advance("P125D");

    assertThat(registry.charged("gone.com")).isEqualTo("60.00 12.00");
  }
}
