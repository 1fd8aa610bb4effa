package io.domainflow.process.changeofregistrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.ispapi.IspapiCodes;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Ordered;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.DocumentedReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registrar's data decide whether a change is allowed at all. */
class ChangeCheckTest {

  private static final DomainName NAME = DomainName.of("example.com");
  private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");

  private final DocumentedReader registrar = new DocumentedReader();
  private boolean disputed;

  @BeforeEach
  void isInTheAccount() {
    here("STATUS=ACTIVE");
    registrar.answer(
        "StatusContact",
        "FIRSTNAME=Ada",
        "LASTNAME=Old",
        "STREET=Street 1",
        "CITY=City",
        "ZIP=12345",
        "COUNTRY=DE",
        "PHONE=+49.30123456",
        "EMAIL=ada@example.com");
    registrar.answer("QueryDomainOptions");
  }

  @Test
  void mayBeMade() {
    assertThat(obstacle("New")).isEmpty();
  }

  @Test
  void isNothingToChangeWhereTheRegistrantIsTheSame() {
    assertThat(obstacle("Old")).contains(Reason.NOTHING_CHANGED);
  }

  @Test
  void isNotMadeOfANameThatIsNotHere() {
    registrar.answer("StatusDomain", 545, "Object not found");

    assertThat(obstacle("New")).contains(Reason.NOT_REGISTERED);
  }

  @Test
  void isNotMadeOfADisputedName() {
    disputed = true;

    assertThat(obstacle("New")).contains(Reason.DISPUTE_HOLD);
    assertThat(obstacle("Old")).contains(Reason.DISPUTE_HOLD);
  }

  @ParameterizedTest
  @CsvSource({
    // ends, can be renewed until, may be changed
    "2026-06-11, 2026-07-20, true",
    "2026-06-09, 2026-07-20, true",
    "2026-06-09, 2026-06-09, false",
    "2026-06-09, , true"
  })
  void isMadeAsLongAsTheNameCanBeRenewed(String ends, String renewable, boolean may) {
    here(
        "STATUS=ACTIVE",
        "EXPIRATIONDATE=" + ends + " 10:00:00",
        renewable == null ? "X=Y" : "FAILUREDATE=" + renewable + " 10:00:00");

    assertThat(obstacle("New")).isEqualTo(may ? Optional.empty() : Optional.of(Reason.EXPIRED));
  }

  private void here(String... properties) {
    String[] all = new String[properties.length + 1];
    all[0] = "OWNERCONTACT=P-OLD1";
    System.arraycopy(properties, 0, all, 1, properties.length);
    registrar.answer("StatusDomain", all);
  }

  private Optional<Reason> obstacle(String lastName) {
    ProvisioningOrder order =
        Ordered.registrantChange(
                NAME.ascii(),
                new Contact(
                    null,
                    "Ada",
                    lastName,
                    null,
                    List.of("Street 1"),
                    "City",
                    null,
                    "12345",
                    "DE",
                    "+49.30123456",
                    "ada@example.com"))
            .order();
    return new ChangeCheck(Clock.fixed(NOW, ZoneOffset.UTC), new IspapiCodes())
        .obstacle(order, CurrentRegistrant.find(NAME, registrar), disputed)
        .map(Failure::reason);
  }
}
