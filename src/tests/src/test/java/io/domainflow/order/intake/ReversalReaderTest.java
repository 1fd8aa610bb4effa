package io.domainflow.order.intake;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.DomainflowTest;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Updates;
import io.domainflow.owner.Callers;
import io.domainflow.owner.Owner;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads the reversals of updates that can be undone, and refuses others. Nothing is stored. */
@DomainflowTest
@Transactional
class ReversalReaderTest {

  private final IntakeDesk desk;
  private final Orders orders;
  private final Updates updates;
  private final JdbcClient jdbc;
  private final String domain = freshName("com");

  @Autowired
  ReversalReaderTest(
      OrderIntake intake,
      Callers callers,
      Orders orders,
      Updates updates,
      JdbcClient jdbc,
      ObjectMapper json) {
    this.desk = new IntakeDesk(intake, callers, orders, json);
    this.orders = orders;
    this.updates = updates;
    this.jdbc = jdbc;
  }

  @Test
  void revertsWhatWasChangedToWhatItWas() {
    UUID id = ended("U-1", Owner.ofStored("billing"), changed());

    UpdateOrder reversal =
        desk.read("REVERT", domain, "'reverts': 'U-1'", desk.staff()).as(UpdateOrder.class);
    UpdateOrder byId =
        desk.read("REVERT", domain, "'reverts': '" + id + "'", desk.staff()).as(UpdateOrder.class);

    assertThat(reversal.operation()).isEqualTo(Operation.REVERT);
    assertThat(reversal.reverts()).hasToString("U-1");
    assertThat(reversal.sections())
        .containsExactly(Section.NAMESERVERS, Section.CONTACTS, Section.REGISTRANT_DETAILS);
    assertThat(reversal.settings().nameservers())
        .containsExactly(new Nameserver("ns1.old.example"));
    assertThat(reversal.contacts())
        .isEqualTo(
            Map.of(
                ContactRole.ADMIN, Contact.ofHandle("P-ADMIN"),
                ContactRole.REGISTRANT, Contact.ofHandle("P-HOLDER")));
    assertThat(byId.settings()).isEqualTo(reversal.settings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'reverts': 'U-NONE'                  | names no order of yours",
        "'reverts': 'U 1'                     | must be 1 to 64 letters",
        "                                     | is required"
      })
  void revertsOnlyWhatThereIs(String members, String words) {
    OrderRejected refused = desk.refusal("REVERT", domain, members == null ? "" : members);

    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.problems().get(0).field()).isEqualTo("reverts");
    assertThat(refused.problems().get(0).message()).contains(words);
  }

  @Test
  void revertsNothingThatChangedNothingOrIsNotDone() {
    UUID open = desk.stored(ordered("U-OPEN"), "operator", null);
    assertThat(desk.problems("REVERT", domain, "'reverts': 'U-OPEN'"))
        .containsExactly("reverts INVALID");
    orders.cancel(open, null);
    ended(
        "U-REFUSED",
        null,
        Map.of(Section.NAMESERVERS, SectionState.REFUSED, Section.PRIVACY, SectionState.UNCHANGED));

    assertThat(desk.problems("REVERT", domain, "'reverts': 'U-REFUSED'"))
        .containsExactly("reverts INVALID");
    assertThat(desk.problems("REVERT", freshName("com"), "'reverts': 'U-REFUSED'"))
        .containsExactly("reverts INVALID");
  }

  static Stream<Arguments> revertsNothingThatItCannotPutBackWhole() {
    return Stream.of(
        Arguments.of(
            contacts(List.of("P-1"), List.of()),
            "first contact as billing, which cannot be undone"),
        Arguments.of(
            contacts(List.of("P-1", "P-3"), List.of("P-1")),
            "has replaced several contacts as admin"),
        Arguments.of(
            new NameSettings(null, null, null, RenewalMode.AUTODELETE, Map.of()),
            "has changed the renewal mode, and the one before was set at the registrar"));
  }

  @ParameterizedTest
  @MethodSource
  void revertsNothingThatItCannotPutBackWhole(NameSettings before, String words) {
    boolean mode = before.renewalMode() != null;
    UUID id = desk.stored(ordered("U-FIRST"), "operator", null);
    updates.plan(
        id,
        mode ? before : contacts(List.of("P-2"), List.of("P-2")),
        mode ? NameSettings.NOTHING : before);
    updates.conclude(id, Section.TRANSFER_LOCK, SectionState.DONE, null);
    updates.conclude(id, mode ? Section.RENEWAL_MODE : Section.CONTACTS, SectionState.DONE, null);
    orders.recordFailure(id, new Failure(Reason.GIVEN_UP, "for the test", null));
    orders.fail(id);

    assertThat(desk.refusal("REVERT", domain, "'reverts': 'U-FIRST'").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains(words, "as an UPDATE"));
  }

  private static NameSettings contacts(List<String> admin, List<String> billing) {
    Map<ContactRole, List<String>> contacts = new EnumMap<>(ContactRole.class);
    contacts.put(ContactRole.ADMIN, admin);
    if (!billing.isEmpty()) {
      contacts.put(ContactRole.BILLING, billing);
    }
    return new NameSettings(null, null, null, null, contacts);
  }

  @Test
  void doesNotTellOfOrdersOfOthers() {
    ended("U-THEIRS", Owner.ofStored("billing2"), changed());
    jdbc.sql(
            """
            insert into domain_owner (account, domain, owner, since)
            values ('sandbox', :domain, 'billing', now())
            """)
        .param("domain", domain)
        .update();

    OrderRejected refused =
        catchThrowableOfType(
            OrderRejected.class,
            () -> desk.read("REVERT", domain, "'reverts': 'U-THEIRS'", desk.billing()));

    assertThat(refused.problems())
        .extracting(problem -> problem.field() + " " + problem.message())
        .containsExactly(
            "reverts names no order of yours that has changed how this name is set up");
  }

  private static Map<Section, SectionState> changed() {
    return Map.of(
        Section.NAMESERVERS,
        SectionState.DONE,
        Section.TRANSFER_LOCK,
        SectionState.REFUSED,
        Section.PRIVACY,
        SectionState.UNCHANGED,
        Section.CONTACTS,
        SectionState.DONE,
        Section.REGISTRANT_DETAILS,
        SectionState.DONE);
  }

  /** An update of this reference that has ended with these results. */
  private UUID ended(String reference, Owner owner, Map<Section, SectionState> results) {
    UUID id = desk.stored(ordered(reference), "operator", owner);
    updates.plan(
        id,
        new NameSettings(
            List.of(new Nameserver("ns1.new.example")),
            false,
            true,
            null,
            Map.of(ContactRole.ADMIN, List.of("P-NEW"), ContactRole.REGISTRANT, List.of("P-NEW2"))),
        new NameSettings(
            List.of(new Nameserver("ns1.old.example")),
            true,
            true,
            RenewalMode.AUTOEXPIRE,
            Map.of(
                ContactRole.ADMIN, List.of("P-ADMIN"),
                ContactRole.TECH, List.of("P-TECH"),
                ContactRole.REGISTRANT, List.of("P-HOLDER"))));
    results.forEach((section, state) -> updates.conclude(id, section, state, null));
    orders.recordFailure(id, new Failure(Reason.GIVEN_UP, "for the test", null));
    orders.fail(id);
    return id;
  }

  private OrderContent ordered(String reference) {
    return desk.read("UPDATE", domain, "'privacy': true", desk.staff(), reference);
  }
}
