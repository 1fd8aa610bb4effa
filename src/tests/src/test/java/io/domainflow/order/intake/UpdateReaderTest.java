package io.domainflow.order.intake;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.DomainflowTest;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import io.domainflow.model.Section;
import io.domainflow.order.Orders;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantDetails;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.owner.Callers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reads valid updates and corrections of them, and refuses others. Nothing is stored. */
@DomainflowTest
@Transactional
class UpdateReaderTest {

  private final IntakeDesk desk;
  private final CorrectionReader corrections;
  private final Orders orders;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final String domain = freshName("com");

  @Autowired
  UpdateReaderTest(
      OrderIntake intake,
      CorrectionReader corrections,
      Callers callers,
      Orders orders,
      JdbcClient jdbc,
      ObjectMapper json) {
    this.desk = new IntakeDesk(intake, callers, orders, json);
    this.corrections = corrections;
    this.orders = orders;
    this.jdbc = jdbc;
    this.json = json;
  }

  @Test
  void readsEverySection() {
    UpdateOrder update =
        update(
            """
            'nameservers': ['ns1.müller.example', 'NS2.%s'], 'transferLock': false,
            'privacy': true, 'renewalMode': 'AUTORENEW', 'registrarDns': false,
            'contacts': {'admin': {'handle': 'P-ABC123'}, 'billing': null,
              'tech': {'firstName': 'Bo', 'lastName': 'Tech', 'street': ['Lane 2'], 'city': 'Kiel',
                'postalCode': '24103', 'country': 'de', 'phone': '+49 431 123456',
                'email': 'bo@example.net'}},
            'registrantDetails': {'street': ['Main Street 2'], 'city': 'Berlin', 'state': null,
              'postalCode': '10117', 'phone': '+49 30 7654321'}"""
                .formatted(domain));

    assertThat(update.operation()).isEqualTo(Operation.UPDATE);
    assertThat(update.sections()).containsExactly(Section.values());
    assertThat(update.settings().nameservers())
        .containsExactly(
            new Nameserver("ns1.xn--mller-kva.example"), new Nameserver("ns2." + domain));
    assertThat(update.settings().transferLock()).isFalse();
    assertThat(update.settings().privacy()).isTrue();
    assertThat(update.settings().renewalMode()).isEqualTo(RenewalMode.AUTORENEW);
    assertThat(update.settings().contacts()).isEmpty();
    assertThat(update.contacts()).containsOnlyKeys(ContactRole.ADMIN, ContactRole.TECH);
    assertThat(update.contacts().get(ContactRole.ADMIN)).isEqualTo(Contact.ofHandle("P-ABC123"));
    assertThat(update.contacts().get(ContactRole.TECH).phone()).isEqualTo("+49.431123456");
    assertThat(update.registrantDetails())
        .isEqualTo(
            new RegistrantDetails(
                List.of("Main Street 2"), "Berlin", null, "10117", null, "+49.307654321"));
  }

  @Test
  void mentionsOnlyWhatShallChange() {
    assertThat(update("'nameservers': []").sections()).containsExactly(Section.NAMESERVERS);
    assertThat(update("'nameservers': []").settings().nameservers()).isEmpty();
    assertThat(update("'registrarDns': true").sections()).containsExactly(Section.NAMESERVERS);
    assertThat(update("'registrarDns': true").settings()).isEqualTo(NameSettings.NOTHING);
    assertThat(update("'registrantDetails': {'phone': '+49.307654321'}").registrantDetails())
        .isEqualTo(new RegistrantDetails(List.of(), null, null, null, null, "+49.307654321"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "                                                   | body REQUIRED",
        "'registrarDns': false                              | body REQUIRED",
        "'nameservers': null, 'transferLock': null          | body REQUIRED",
        "'nameservers': ['ns1']                             | nameservers[0] INVALID",
        "'nameservers': ['ns1.a.com', 'not a host.com']     | nameservers[1] INVALID",
        "'nameservers': ['192.0.2.1']                       | nameservers[0] INVALID",
        "'nameservers': 'ns1.a.com'                         | nameservers WRONG_TYPE",
        "'nameservers': ['ns1.a.com', 'NS1.A.com']          | nameservers INVALID",
        "'nameservers': ['a.a.com','b.a.com','c.a.com','d.a.com','e.a.com','f.a.com','g.a.com','h.a.com','i.a.com','j.a.com','k.a.com','l.a.com','m.a.com','n.a.com'] | nameservers INVALID",
        "'nameservers': ['ns1.a.com'], 'registrarDns': true | registrarDns INVALID",
        "'registrarDns': 'yes'                              | registrarDns WRONG_TYPE",
        "'transferLock': 'on'                               | transferLock WRONG_TYPE",
        "'privacy': 1                                       | privacy WRONG_TYPE",
        "'renewalMode': 'RENEWONCE'                         | renewalMode INVALID",
        "'contacts': {}                                     | contacts REQUIRED",
        "'contacts': []                                     | contacts WRONG_TYPE",
        "'contacts': {'owner': {'handle': 'P-1'}}           | contacts.owner UNKNOWN_MEMBER",
        "'contacts': {'registrant': {'handle': 'P-1'}}      | contacts.registrant NOT_OFFERED",
        "'contacts': {'admin': {'handle': 'P 1'}}           | contacts.admin.handle INVALID",
        "'contacts': {'tech': {'firstName': 'A'}}           | contacts.tech.lastName REQUIRED",
        "'admin': {'handle': 'P-1'}, 'privacy': true        | admin NOT_OFFERED",
        "'registrant': {}, 'privacy': true                  | registrant NOT_OFFERED",
        "'registrantDetails': {}                            | registrantDetails.street REQUIRED",
        "'registrantDetails': {'street': ['A 1']}           | registrantDetails.city REQUIRED",
        "'registrantDetails': {'country': 'DE'}             | registrantDetails.postalCode REQUIRED",
        "'registrantDetails': {'phone': '030'}              | registrantDetails.phone INVALID",
        "'registrantDetails': {'phone': '+49.307654321', 'firstName': 'B'} | registrantDetails.firstName NOT_OFFERED",
        "'registrantDetails': {'phone': '+49.307654321', 'lastName': 'B'} | registrantDetails.lastName NOT_OFFERED",
        "'registrantDetails': {'phone': '+49.307654321', 'organization': 'B'} | registrantDetails.organization NOT_OFFERED",
        "'registrantDetails': {'phone': '+49.307654321', 'email': 'b@example.net'} | registrantDetails.email NOT_OFFERED",
        "'registrantDetails': {'shoe': '42'}                | registrantDetails.shoe UNKNOWN_MEMBER",
        "'privacy': true, 'dnssec': {'none': true}          | dnssec UNKNOWN_MEMBER",
        "'privacy': true, 'reverts': 'U-1'                  | reverts NOT_OFFERED",
        "'privacy': true, 'authCode': 'abc'                 | authCode NOT_OFFERED",
        "'privacy': true, 'period': '1Y'                    | period NOT_OFFERED",
        "'privacy': true, 'acceptPrice': {'amount': '1.00', 'currency': 'EUR'} | acceptPrice NOT_OFFERED",
        "'privacy': true, 'additionalFields': {'X-A': 'b'}  | additionalFields NOT_OFFERED",
        "'privacy': 1, 'nameservers': ['x'], 'transferLock': 'on' | privacy WRONG_TYPE",
      })
  void refusesByTheirPlaces(String members, String problem) {
    assertThat(desk.problems("UPDATE", domain, members == null ? "" : members)).contains(problem);
  }

  @Test
  void namesTheOrderForAnotherRegistrant() {
    OrderRejected refused =
        desk.refusal("UPDATE", domain, "'registrantDetails': {'email': 'new@example.net'}");

    assertThat(refused.problems().get(0).message()).contains("CHANGE_REGISTRANT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'transferLock': true                          | fr | transferLock NOT_OFFERED",
        "'transferLock': false                         | fr | transferLock NOT_OFFERED",
        "'privacy': true                               | de | privacy NOT_OFFERED",
        "'privacy': false                              | de | privacy NOT_OFFERED",
        "'nameservers': ['a.a.com','b.a.com','c.a.com','d.a.com','e.a.com','f.a.com','g.a.com','h.a.com','i.a.com'] | fr | nameservers INVALID"
      })
  void refusesWhatTheTopLevelDomainHasNot(String members, String tld, String problem) {
    assertThat(desk.problems("UPDATE", freshName(tld), members)).containsExactly(problem);
  }

  @Test
  void hidesRegistrantsWhereTheRegistryDoes() {
    UpdateOrder update =
        desk.read("UPDATE", freshName("ca"), "'privacy': false", desk.staff())
            .as(UpdateOrder.class);

    assertThat(update.settings().privacy()).isFalse();
  }

  @Test
  void refusesHandlesThatNoOrderOfTheCallerHasUsed() {
    OrderRejected refused =
        catchThrowableOfType(
            OrderRejected.class,
            () ->
                desk.read(
                    "UPDATE",
                    domain,
                    "'contacts': {'admin': {'handle': 'P-OTHER'}}",
                    desk.billing()));

    assertThat(refused.problems())
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactly("contacts.admin.handle NOT_OFFERED");
  }

  @Test
  void correctsTheSectionsThatTheOrderHas() throws JsonProcessingException {
    OrderContent order =
        desk.read(
            "UPDATE", domain, "'nameservers': ['ns1.a.com'], 'transferLock': true", desk.staff());

    UpdateOrder other = corrected(order, "{'nameservers': ['ns2.a.com']}");
    UpdateOrder registrars = corrected(order, "{'registrarDns': true}");
    OrderRejected refused =
        catchThrowableOfType(OrderRejected.class, () -> corrected(order, "{'privacy': true}"));

    assertThat(other.settings().nameservers()).containsExactly(new Nameserver("ns2.a.com"));
    assertThat(other.settings().transferLock()).isTrue();
    assertThat(registrars.registrarDns()).isTrue();
    assertThat(registrars.settings().nameservers()).isNull();
    assertThat(registrars.settings().transferLock()).isTrue();
    assertThat(refused.problems())
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactly("privacy NOT_OFFERED");
  }

  @Test
  void checksTheAdditionalFieldsOfACorrection() throws JsonProcessingException {
    OrderContent order =
        desk.read(
            "UPDATE",
            freshName("ca"),
            "'registrantDetails': {'phone': '+1.6135550100'}",
            desk.staff());

    OrderRejected unknown =
        catchThrowableOfType(
            OrderRejected.class,
            () -> corrected(order, "{'additionalFields': {'X-CA-SHOE': '42'}}"));
    OrderRejected wrong =
        catchThrowableOfType(
            OrderRejected.class,
            () -> corrected(order, "{'additionalFields': {'X-CA-LEGALTYPE': 'SHOE'}}"));
    UpdateOrder right = corrected(order, "{'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}}");

    assertThat(unknown.problems())
        .extracting(FieldProblem::field)
        .containsExactly("additionalFields.X-CA-SHOE");
    assertThat(wrong.problems())
        .extracting(FieldProblem::field)
        .containsExactly("additionalFields.X-CA-LEGALTYPE");
    assertThat(right.additionalFields().values()).containsEntry("X-CA-LEGALTYPE", "CCT");
  }

  @Test
  void storesAndReadsWhatWasOrdered() {
    OrderContent ordered =
        desk.read(
            "UPDATE",
            domain,
            """
            'nameservers': [], 'privacy': false, 'contacts': {'tech': {'handle': 'P-1'}},
            'registrantDetails': {'street': ['Canary Lane'], 'city': 'Bonn', 'postalCode': '53111'}""",
            desk.staff());

    UUID id = desk.stored(ordered, "operator", null);

    assertThat(orders.get(id).content().details()).isEqualTo(ordered.details());
    assertThat(
            jdbc.sql(
                    """
                    select encode(details_sealed, 'escape') from order_registrant_details
                    where order_id = :id
                    """)
                .param("id", id)
                .query(String.class)
                .single())
        .doesNotContain("Canary");
  }

  private UpdateOrder update(String members) {
    return desk.read("UPDATE", domain, members, desk.staff()).as(UpdateOrder.class);
  }

  private UpdateOrder corrected(OrderContent order, String members) throws JsonProcessingException {
    return corrections
        .revise(order, (ObjectNode) json.readTree(members.replace('\'', '"')), Optional.empty())
        .as(UpdateOrder.class);
  }
}
