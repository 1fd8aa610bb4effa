package io.domainflow.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private SandboxServer sandbox;
  private String key;

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
    sandbox.control(
        "POST",
        "/sandbox/registry",
        """
        [{"domain":"brand.shop","owner":"FREE","claims":true},
         {"domain":"dear.shop","owner":"FREE","claims":true,"class":"PREMIUM_A","price":100}]
        """);
    key = key("brand.shop");
  }

  private String key(String domain) {
    return sandbox.call("CheckDomain", "DOMAIN=" + domain, "PHASE=claims").first("CLAIMKEY");
  }

  private ParsedAnswer notice(String claimKey) {
    return sandbox.call("StatusTMDBClaim", "CLAIMKEY=" + claimKey);
  }

  private void advance(String by) {
    assertThat(
            sandbox.control("POST", "/sandbox/clock", "{\"advance\":\"" + by + "\"}").statusCode())
        .isEqualTo(200);
  }

  private static Instant date(ParsedAnswer answer, String property) {
    return LocalDateTime.parse(answer.first(property), DATE).toInstant(ZoneOffset.UTC);
  }

  private String[] accepted(ParsedAnswer notice, String... further) {
    return RawRequest.join(
        RawRequest.registration(
            "brand.shop",
            "CLAIMKEY=" + key,
            "NOTICE-POA-ACCEPT-HASH=" + notice.first("NOTICE-POA-ACCEPT-HASH")),
        further);
  }

  @Test
  void reportsTheNoticeOfAName() {
    ParsedAnswer notice = notice(key);

    assertThat(notice.says()).isEqualTo("200 Command completed successfully");
    assertThat(notice.first("NOTICE-ACCEPT-ID")).matches("[0-9a-f]{8}[0-9]{19}");
    assertThat(notice.first("NOTICE-POA-ACCEPT-HASH")).matches("[0-9a-f]{32}");
    assertThat(
            Duration.between(
                date(notice, "NOTICE-CREATEDDATE"), date(notice, "NOTICE-EXPIRATIONDATE")))
        .isEqualTo(Duration.ofDays(2));
    assertThat(notice.first("NOTICE-TEXT")).matches("([0-9A-Za-z]|%[0-9a-f]{2})+");
    assertThat(URLDecoder.decode(notice.first("NOTICE-TEXT"), StandardCharsets.UTF_8))
        .contains("Mark: BRAND\n", "brand.shop", notice.first("NOTICE-EXPIRATIONDATE"));
    assertThat(URLDecoder.decode(notice.first("NOTICE-XML"), StandardCharsets.UTF_8))
        .startsWith("<?xml")
        .contains("<markName>BRAND</markName>", notice.first("NOTICE-ACCEPT-ID"));
  }

  @Test
  void staysTheSameUntilItHasExpired() {
    ParsedAnswer notice = notice(key);
    advance("P1DT23H");
    assertThat(notice(key).properties()).isEqualTo(notice.properties());

    advance("PT2H");

    ParsedAnswer renewed = notice(key);
    for (String property :
        new String[] {
          "NOTICE-ACCEPT-ID",
          "NOTICE-POA-ACCEPT-HASH",
          "NOTICE-CREATEDDATE",
          "NOTICE-EXPIRATIONDATE"
        }) {
      assertThat(renewed.first(property)).as(property).isNotEqualTo(notice.first(property));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "A, CLAIMKEY=claim/made-up, '505 Invalid attribute value syntax; CLAIMKEY'",
    "A, CLAIMKEY=, '505 Invalid attribute value syntax; CLAIMKEY'",
    "B, CLAIMKEY=claim/made-up, '545 Object not found'"
  })
  void refusesAnUnknownKey(String profile, String line, String says) {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"" + profile + "\"}");

    assertThat(sandbox.call("StatusTMDBClaim", line).says()).isEqualTo(says);
  }

  @Test
  void letsTheNameBeRegisteredOnceItsNoticeIsAccepted() {
    ParsedAnswer notice = notice(key);
    String[] lines = accepted(notice, "CLAIMKEY-UPDATEDDATE=" + notice.first("NOTICE-CREATEDDATE"));

    assertThat(
            sandbox
                .call(
                    "CheckDomainRegistration",
                    RawRequest.join(
                        lines,
                        new String[] {
                          "NOTICE-ACCEPT-ID=" + notice.first("NOTICE-ACCEPT-ID"),
                          "NOTICE-EXPIRATIONDATE=" + notice.first("NOTICE-EXPIRATIONDATE"),
                          "NOTICE-ACCEPTEDDATE=" + notice.first("NOTICE-CREATEDDATE")
                        }))
                .says())
        .isEqualTo("218 Request is available");
    assertThat(sandbox.call("AddDomain", lines).code()).isEqualTo(200);
    assertThat(sandbox.get("/sandbox/ledger?domain=brand.shop"))
        .contains("\"CLAIMKEY\":\"" + key + "\"")
        .contains("\"CLAIMKEY-UPDATEDDATE\":\"" + notice.first("NOTICE-CREATEDDATE") + "\"")
        .contains("\"NOTICE-POA-ACCEPT-HASH\":\"" + notice.first("NOTICE-POA-ACCEPT-HASH") + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AddDomain", "CheckDomainRegistration"})
  void refusesAnAcceptanceOfANoticeThatHasExpired(String command) {
    String[] lines = accepted(notice(key));
    advance("P2D");

    assertThat(sandbox.call(command, lines).says())
        .isEqualTo("541 Invalid attribute value; NOTICE-POA-ACCEPT-HASH");
    notice(key);
    assertThat(sandbox.call(command, lines).says())
        .as("a new notice has a hash of its own")
        .isEqualTo("541 Invalid attribute value; NOTICE-POA-ACCEPT-HASH");
    assertThat(sandbox.get("/sandbox/ledger")).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "AddDomain, CLAIMKEY-UPDATEDDATE=2016-12-12 12:00:00, CLAIMKEY-UPDATEDDATE",
    "AddDomain, CLAIMKEY-UPDATEDDATE=2999-12-12 12:00:00, CLAIMKEY-UPDATEDDATE",
    "CheckDomainRegistration, NOTICE-ACCEPTEDDATE=2016-12-12 12:00:00, NOTICE-ACCEPTEDDATE",
    "CheckDomainRegistration, NOTICE-EXPIRATIONDATE=2999-12-12 12:00:00, NOTICE-EXPIRATIONDATE",
    "CheckDomainRegistration, NOTICE-ACCEPT-ID=1, NOTICE-ACCEPT-ID"
  })
  void comparesTheNoticeUnlessProfileBDoesNot(String command, String line, String parameter) {
    String[] lines = accepted(notice(key), line);

    assertThat(sandbox.call(command, lines).says())
        .isEqualTo("541 Invalid attribute value; " + parameter);
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");
    assertThat(sandbox.call(command, lines).code()).isIn(200, 218);
  }

  @Test
  void needsTheHashForAnApplicationToo() {
    String[] lines = RawRequest.registration("dear.shop", "CLASS=PREMIUM_A", "PERIOD=1Y");

    assertThat(sandbox.call("AddDomainApplication", lines).says())
        .isEqualTo("504 Missing required attribute; NOTICE-POA-ACCEPT-HASH");
    assertThat(
            sandbox
                .call(
                    "AddDomainApplication",
                    RawRequest.join(
                        lines,
                        new String[] {
                          "NOTICE-POA-ACCEPT-HASH=" + notice(key).first("NOTICE-POA-ACCEPT-HASH")
                        }))
                .says())
        .as("the notice of another name")
        .isEqualTo("541 Invalid attribute value; NOTICE-POA-ACCEPT-HASH");
    assertThat(
            sandbox
                .call(
                    "AddDomainApplication",
                    RawRequest.join(
                        lines,
                        new String[] {
                          "NOTICE-POA-ACCEPT-HASH="
                              + notice(key("dear.shop")).first("NOTICE-POA-ACCEPT-HASH")
                        }))
                .code())
        .isEqualTo(200);
  }

  @Test
  void profileBSaysOfAMissingAcceptanceThatItIsInvalid() {
    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");

    assertThat(
            sandbox
                .call("AddDomain", RawRequest.registration("brand.shop", "CLAIMKEY=" + key))
                .says())
        .isEqualTo("541 Invalid attribute value; NOTICE-POA-ACCEPT-HASH");
  }
}
