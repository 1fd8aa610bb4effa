package io.domainflow.rest;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.DesignatedAgent;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.account.RegistrantChangePolicy;
import io.domainflow.analysis.FigureColumn;
import io.domainflow.analysis.FigureTable;
import io.domainflow.callback.Delivery;
import io.domainflow.consent.Channel;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.ConsentSide;
import io.domainflow.consent.ConsentState;
import io.domainflow.consent.HoldKind;
import io.domainflow.consent.StandingAuthorization;
import io.domainflow.imports.ImportFinding;
import io.domainflow.imports.NamesImport;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.AcceptedInput;
import io.domainflow.order.Charged;
import io.domainflow.order.Cost;
import io.domainflow.order.Failure;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Outcome;
import io.domainflow.order.WaitView;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.content.Operation;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.list.OrderTrouble;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Suspension;
import io.domainflow.registrar.ConnectionReport;
import io.domainflow.registrar.NameStatus;
import io.domainflow.registrar.PricedOperation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/** The specification documents exactly the members and values of the code. */
class OpenApiTest extends DocumentedTypes {

  @Override
  protected Map<String, Class<? extends Enum<?>>> closedLists() {
    return Map.ofEntries(
        entry("Operation", Operation.class),
        entry("OrderStatus", OrderStatus.class),
        entry("Charged", Charged.class),
        entry("WaitingForWho", WaitingFor.Who.class),
        entry("WaitingForCode", WaitingFor.Code.class),
        entry("TroubleState", OrderTrouble.State.class),
        entry("OutcomeCode", Outcome.Code.class),
        entry("FailureReason", Failure.Reason.class),
        entry("SectionState", SectionState.class),
        entry("RenewalMode", RenewalMode.class),
        entry("DomainStatus", DomainStatus.class),
        entry("DateSource", StoredDomain.Source.class),
        entry("HoldKind", HoldKind.class),
        entry("ConsentSide", ConsentSide.class),
        entry("SuspensionKind", Suspension.Kind.class),
        entry("TimelineKind", TimelineView.Kind.class),
        entry("ConsentKind", ConsentKind.class),
        entry("ConsentState", ConsentState.class),
        entry("ConsentChannel", Channel.class),
        entry("NameStatus", NameStatus.class),
        entry("PricedOperation", PricedOperation.class));
  }

  @Override
  protected Map<String, Class<? extends Record>> objectsInAnswers() {
    return Map.ofEntries(
        entry("Timeline", TimelineView.class),
        entry("TimelineEntry", TimelineView.Entry.class),
        entry("WaitingFor", WaitView.class),
        entry("OrderTrouble", OrderTrouble.class),
        entry("FigureTable", FigureTable.class),
        entry("FigureColumn", FigureColumn.class),
        entry("Outcome", Outcome.class),
        entry("Failure", Failure.class),
        entry("Price", PriceView.class),
        entry("Cost", Cost.class),
        entry("DomainDate", StoredDomain.StoredDate.class),
        entry("AuthorizationView", StandingAuthorization.class),
        entry("DesignatedAgent", DesignatedAgent.class),
        entry("ConnectionReport", ConnectionReport.class),
        entry("Balance", ConnectionReport.Balance.class),
        entry("FieldProblem", FieldProblem.class),
        entry("EarlierOrder", OrderLink.class),
        entry("DeliveryTry", Delivery.Try.class),
        entry("ImportProgress", NamesImport.Progress.class),
        entry("ImportFinding", ImportFinding.class));
  }

  @Test
  void hasTheMembersOfAnOrder() throws ClassNotFoundException {
    assertThat(api.members("Order"))
        .containsExactlyInAnyOrderElementsOf(withThoseOfOperations(membersReadBy("OrderMembers")));
  }

  @Test
  void explainsEveryWayOfARegistrantChangeAndEveryCauseOfAConnection() {
    assertThat(api.values("RegistrantChangeMode"))
        .containsExactlyElementsOf(OpenApi.constants(RegistrantChangeMode.class))
        .allSatisfy(
            value -> assertThat(OpenApi.accountsGuide()).contains("\n| `" + value + "` | "));
    assertThat(api.values("RegistrantChangePolicy"))
        .containsExactlyElementsOf(
            Arrays.stream(RegistrantChangePolicy.values())
                .map(RegistrantChangePolicy::version)
                .toList())
        .allSatisfy(
            value -> assertThat(OpenApi.accountsGuide()).contains("\n| `" + value + "` | "));
    assertThat(api.values("ConnectionCause"))
        .containsExactlyElementsOf(OpenApi.constants(ConnectionReport.Cause.class))
        .allSatisfy(
            value -> assertThat(OpenApi.accountsGuide()).contains("\n| `" + value + "` | "));
  }

  @Test
  void hasEveryKindOfAColumn() {
    assertThat(api.values("FigureColumnKind"))
        .containsExactlyElementsOf(OpenApi.constants(FigureColumn.Kind.class));
  }

  @Test
  void hasTheMembersOfInput() {
    assertThat(api.members("Input"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Operation.values())
                .flatMap(
                    operation ->
                        Arrays.stream(WaitingFor.Code.values())
                            .flatMap(code -> AcceptedInput.accepts(operation, code).stream()))
                .collect(Collectors.toSet()));
  }

  @Test
  void hasTheMembersOfAContact() throws ClassNotFoundException {
    Set<String> documented = new TreeSet<>(api.members("Contact"));
    documented.addAll(api.members("ContactHandle"));

    assertThat(documented).containsExactlyInAnyOrderElementsOf(membersReadBy("ContactReader"));
  }

  @Test
  void hasEveryProblemOfTheDoors() throws ClassNotFoundException {
    Object[] problems =
        ClassUtils.forName("io.domainflow.security.Problem", null).getEnumConstants();

    assertThat(problems)
        .extracting(problem -> problem.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .allSatisfy(type -> assertThat(api.problems()).contains("\n| `" + type + "` | "));
  }

  /**
   * Generators make a type of a fixed value, and for Java and Go not of one that is no text: their
   * clients do not compile.
   */
  @Test
  void fixesValuesOfTextsOnly() {
    List<String> others =
        api.root().findParents("const").stream()
            .filter(schema -> !schema.path("const").isTextual())
            .map(JsonNode::toString)
            .toList();

    assertThat(others).isEmpty();
  }

  /** A client in Go has a function {@code NewX} for each schema {@code X}. */
  @Test
  void hasNoSchemaThatIsCalledAsTheConstructorOfAnother() {
    Collection<String> names = OpenApi.names(api.root().at("/components/schemas"));

    assertThat(names).doesNotContainAnyElementsOf(names.stream().map("New"::concat).toList());
  }

  @Test
  void refersOnlyToWhatExists() {
    assertThat(api.root().findValuesAsText("$ref"))
        .isNotEmpty()
        .allMatch(reference -> !api.root().at(reference.substring(1)).isMissingNode());
  }

  /** A generated client sends default values, even if they are refused or not intended. */
  @Test
  void hasNoMemberThatAGeneratedClientSendsUnasked() {
    assertThat(api.root().path("components").findValues("default")).isEmpty();
  }

  /** The rows of a list, and the beginning of the next page; existing arrays remain arrays. */
  @Test
  void listsAreWrittenAlike() {
    assertThat(OpenApi.names(api.root().at("/components/schemas")))
        .filteredOn(schema -> api.members(schema).contains("next"))
        .hasSizeGreaterThan(4)
        .allSatisfy(
            schema ->
                assertThat(api.schema(schema).path("properties").valueStream())
                    .as(schema)
                    .hasSize(2)
                    .first()
                    .matches(listed -> listed.path("type").asText().equals("array")));
    assertThat(
            OpenApi.names(api.root().path("paths")).stream()
                .filter(
                    path ->
                        api.root()
                            .path("paths")
                            .path(path)
                            .at("/get/responses/200/content/application~1json/schema/type")
                            .asText()
                            .equals("array")))
        .containsExactlyInAnyOrder(
            "/api/v1/consents",
            "/api/v1/accounts",
            "/api/v1/accounts/{account}/authorizations",
            "/api/v1/clients",
            "/api/v1/clients/{name}/tokens",
            "/api/v1/webhooks",
            "/api/v1/imports/{id}/report");
  }

  @Test
  void showsAnswersWithEveryMember() {
    assertThat(api.root().path("paths").findValues("value"))
        .filteredOn(example -> example.has("processInstanceId"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            answer ->
                assertThat(OpenApi.names(answer))
                    .containsExactlyElementsOf(api.members("OrderView")));
  }

  @Test
  void showsAnswersWithDocumentedValuesOnly() {
    Collection<JsonNode> waits = api.root().path("paths").findValues("waitingFor");

    assertThat(waits)
        .filteredOn(JsonNode::isObject)
        .isNotEmpty()
        .allMatch(wait -> api.values("WaitingForWho").contains(wait.path("who").asText()))
        .allMatch(wait -> api.values("WaitingForCode").contains(wait.path("code").asText()));
  }

  /** The readers are private to their package; an undocumented member that they accept is found. */
  private static Set<String> withThoseOfOperations(Set<String> common) {
    Set<String> members = new TreeSet<>(common);
    for (Operation operation : Operation.values()) {
      members.addAll(operation.members());
    }
    return members;
  }

  private static Set<String> membersReadBy(String reader) throws ClassNotFoundException {
    Class<?> type = ClassUtils.forName("io.domainflow.order.intake." + reader, null);
    return membersOf(type);
  }

  @SuppressWarnings("unchecked")
  private static Set<String> membersOf(Class<?> reader) {
    return (Set<String>) ReflectionTestUtils.getField(reader, "MEMBERS");
  }
}
