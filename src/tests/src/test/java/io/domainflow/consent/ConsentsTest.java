package io.domainflow.consent;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consents, as long as they are valid, and their records, which are kept permanently. */
@DomainflowTest
class ConsentsTest {

  private static final Instant GIVEN = Instant.parse("2026-03-01T10:00:00Z");

  private final Consents consents;
  private final StandingAuthorizations authorizations;
  private final JdbcClient jdbc;
  private final Registrations registrations;
  private final Caller billing2;
  private final DomainName domain = DomainName.of(freshName("ca"));
  private String reference;

  @Autowired
  ConsentsTest(
      Consents consents,
      StandingAuthorizations authorizations,
      JdbcClient jdbc,
      @LocalServerPort int port) {
    this.consents = consents;
    this.authorizations = authorizations;
    this.jdbc = jdbc;
    this.registrations = new Registrations(port);
    this.billing2 = new Caller(port, "billing2");
  }

  @BeforeEach
  void order() {
    reference = registrations.place(domain.ascii());
    registrations.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
  }

  @AfterEach
  void cancel() {
    registrations.cancel(reference);
    authorizations.startOver();
  }

  @Test
  void findsWhatWasAgreedToForExactlyThatData() {
    consents.record(consent(ConsentSide.NEW, ConsentKind.CONSENT, "data"));

    Consent found = valid(ConsentSide.NEW, ConsentKind.CONSENT, "data").orElseThrow();

    assertThat(found.state()).isEqualTo(ConsentState.VALID);
    assertThat(found.domain()).isEqualTo(domain);
    assertThat(found.evidence()).isEqualTo("ticket 4711");
    assertThat(found.givenAt()).isEqualTo(GIVEN);
    assertThat(found.channel()).isEqualTo(Channel.TASK);
    assertThat(consents.of(domain)).containsExactly(found);
    assertThat(valid(ConsentSide.PRIOR, ConsentKind.CONSENT, "data")).isEmpty();
    assertThat(valid(ConsentSide.NEW, ConsentKind.OPT_OUT, "data")).isEmpty();
    assertThat(valid(ConsentSide.NEW, ConsentKind.CONSENT, "other data")).isEmpty();
    assertThat(
            consents.valid(
                "sandbox2", domain, reference, ConsentSide.NEW, ConsentKind.CONSENT, "data"))
        .isEmpty();
  }

  @Test
  void changedDataVoidsAnEarlierConsent() {
    consents.record(consent(ConsentSide.NEW, ConsentKind.CONSENT, "first"));
    consents.record(consent(ConsentSide.PRIOR, ConsentKind.CONSENT, "second"));

    for (int times = 0; times < 2; times++) {
      consents.voidOthers("sandbox", domain, reference, "second", "the registrant was corrected");
    }

    assertThat(valid(ConsentSide.NEW, ConsentKind.CONSENT, "first")).isEmpty();
    assertThat(valid(ConsentSide.PRIOR, ConsentKind.CONSENT, "second")).isPresent();
    assertThat(consents.of(domain))
        .extracting(Consent::state)
        .containsExactly(ConsentState.VOID, ConsentState.VALID);
    consents.record(consent(ConsentSide.NEW, ConsentKind.CONSENT, "first"));
    assertThat(valid(ConsentSide.NEW, ConsentKind.CONSENT, "first"))
        .as("given once more")
        .isPresent();
  }

  @Test
  void aConsentCountsOnlyForTheOrderItWasGivenFor() {
    consents.record(consent(ConsentSide.NEW, ConsentKind.CONSENT, "data"));
    registrations.cancel(reference);
    assertThat(valid(ConsentSide.NEW, ConsentKind.CONSENT, "data")).isEmpty();
    assertThatThrownBy(() -> consents.record(consent(ConsentSide.NEW, ConsentKind.CONSENT, "data")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not being carried out");

    String order = Registrations.order(reference, domain.ascii(), "");
    assertThat(billing2.postExactly("/api/v1/orders", order).status()).isEqualTo(202);

    assertThat(valid(ConsentSide.NEW, ConsentKind.CONSENT, "data"))
        .as("another login's order of the same reference")
        .isEmpty();
    assertThat(consents.of(domain, "billing", new String[] {"billing"})).hasSize(1);
    assertThat(consents.of(domain, "billing2", new String[] {"billing2"})).isEmpty();
    billing2.postExactly("/api/v1/orders/" + reference + "/cancel", "");
  }

  @Test
  void nobodyChangesOrDeletesWhatIsRecorded() {
    consents.record(consent(ConsentSide.NEW, ConsentKind.CONSENT, "first"));
    consents.voidOthers("sandbox", domain, reference, "second", "corrected");

    for (String sql :
        List.of(
            "update consent_record set evidence = 'other'",
            "delete from consent_record",
            "truncate consent_record cascade",
            "update consent_end set reason = 'other'",
            "delete from consent_end",
            "truncate consent_end")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasMessageContaining("are evidence");
    }
    assertThat(consents.of(domain)).extracting(Consent::evidence).containsExactly("ticket 4711");
  }

  @Test
  void isKeptWhenItsOrderIsDeletedAndTheSandboxIsReset() {
    consents.record(consent(ConsentSide.NEW, ConsentKind.CONSENT, "data"));
    registrations.cancel(reference);

    jdbc.sql("delete from provisioning_order where domain = :domain")
        .param("domain", domain.ascii())
        .update();
    authorizations.startOver();

    assertThat(consents.of(domain)).hasSize(1);
    reference = registrations.place(domain.ascii());
  }

  @Test
  void revokingAnAuthorizationEndsTheConsentsOfOrdersInProgress() {
    StandingAuthorization authorization = authorization(ConsentSide.PRIOR, true);
    consents.record(authorization.consent(domain, reference, "sandbox", "data"));
    consents.record(authorization.optOut(domain, reference, "sandbox", "data"));
    consents.record(consent(ConsentSide.NEW, ConsentKind.CONSENT, "data"));
    DomainName other = DomainName.of(freshName("ca"));
    String ended = registrations.place(other.ascii());
    consents.record(authorization.consent(other, ended, "sandbox", "data"));
    registrations.awaitWaitingFor(ended, "ADDITIONAL_FIELDS");
    registrations.cancel(ended);
    assertThat(valid(ConsentSide.PRIOR, ConsentKind.OPT_OUT, "data").orElseThrow().evidence())
        .isEqualTo(authorization.id().toString());

    assertThat(authorizations.revoke("sandbox2", authorization.id(), "admin")).isFalse();
    assertThat(authorizations.revoke("sandbox", authorization.id(), "admin")).isTrue();
    assertThat(authorizations.revoke("sandbox", authorization.id(), "admin")).isFalse();

    assertThat(consents.of(domain))
        .extracting(Consent::state)
        .containsExactly(ConsentState.REVOKED, ConsentState.REVOKED, ConsentState.VALID);
    assertThat(consents.of(other))
        .as("of an order that has ended")
        .extracting(Consent::state)
        .containsExactly(ConsentState.VALID);
    assertThat(valid(ConsentSide.PRIOR, ConsentKind.CONSENT, "data")).isEmpty();
    assertThatThrownBy(
            () -> consents.record(authorization.consent(domain, reference, "sandbox", "data")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no longer in force");
    assertThat(consents.of(domain)).hasSize(3);
  }

  @Test
  void anAuthorizationOfAnotherAccountSpeaksForNobodyHere() {
    StandingAuthorization theirs =
        authorizations.add(
            "sandbox2", ConsentSide.PRIOR, "agreement", "2026-1", null, null, false, "admin");
    ConsentDraft consent =
        new ConsentDraft(
            "sandbox",
            domain,
            reference,
            ConsentSide.PRIOR,
            ConsentKind.CONSENT,
            "sandbox",
            "agreement",
            "2026-1",
            theirs.id().toString(),
            Channel.STANDING,
            "approver",
            GIVEN,
            "data");

    assertThatThrownBy(() -> consents.record(consent))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no longer in force");
  }

  private StandingAuthorization authorization(ConsentSide side, boolean optOut) {
    return authorizations.add(
        "sandbox", side, "registration agreement", "2026-1", null, null, optOut, "admin");
  }

  private Optional<Consent> valid(ConsentSide side, ConsentKind kind, String fingerprint) {
    return consents.valid("sandbox", domain, reference, side, kind, fingerprint);
  }

  private ConsentDraft consent(ConsentSide side, ConsentKind kind, String fingerprint) {
    return new ConsentDraft(
        "sandbox",
        domain,
        reference,
        side,
        kind,
        "sandbox",
        "registration agreement",
        "2026-1",
        "ticket 4711",
        Channel.TASK,
        "approver",
        GIVEN,
        fingerprint);
  }
}
