package io.domainflow.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import io.domainflow.tld.FormCases;
import io.domainflow.tld.FormCases.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the registrar's modules meet the forms, which were made from other pages. */
class RequiredFieldsTest {

  private SandboxServer sandbox;

  static Stream<Case> complete() {
    return FormCases.all().filter(registration -> registration.expected().equals("complete"));
  }

  static Stream<Case> missing() {
    return FormCases.all().filter(registration -> registration.expected().equals("missing"));
  }

  @BeforeEach
  void start() {
    sandbox = SandboxServer.fresh();
  }

  @ParameterizedTest
  @MethodSource("complete")
  void acceptsWhatTheFormConsidersComplete(Case registration) {
    assertThat(sandbox.call("AddDomain", lines(registration)).says())
        .isEqualTo("200 Command completed successfully");
    String ledger = sandbox.get("/sandbox/ledger");
    assertThat(registration.sent().keySet())
        .allSatisfy(name -> assertThat(ledger).contains('"' + name + '"'));
  }

  @ParameterizedTest
  @MethodSource("missing")
  void namesOneOfTheFieldsThatTheFormAsksFor(Case registration) {
    assertThat(sandbox.call("AddDomain", lines(registration)).says())
        .startsWith("504 Missing required attribute; ")
        .matches(says -> registration.fields().contains(says.substring(says.indexOf(';') + 2)));
    assertThat(sandbox.get("/sandbox/ledger")).isEqualTo("[]");
  }

  @Test
  void profileBRequiresTheProofFromUsersOfTheLocalPresenceService() {
    String[] lines = RawRequest.registration("a.asia", "X-ASIA-CED-ACCEPT-TRUSTEE-TAC=1");

    sandbox.control("POST", "/sandbox/profile", "{\"name\":\"B\"}");

    assertThat(sandbox.call("AddDomain", lines).says())
        .isEqualTo("504 Missing required attribute; X-ASIA-CED-CONTACT");
  }

  private static String[] lines(Case registration) {
    List<String> lines = new ArrayList<>(List.of("DOMAIN=case." + registration.tld()));
    for (String line :
        RawRequest.contact("OWNERCONTACT0", registration.organization() ? "Example Ltd" : "")) {
      lines.add(
          line.startsWith("OWNERCONTACT0COUNTRY=")
              ? "OWNERCONTACT0COUNTRY=" + registration.country()
              : line);
    }
    for (String other : List.of("ADMINCONTACT0", "TECHCONTACT0", "BILLINGCONTACT0")) {
      lines.add(other + "=P-TUE1378025");
    }
    registration.sent().forEach((name, value) -> lines.add(name + "=" + value));
    return lines.toArray(String[]::new);
  }
}
