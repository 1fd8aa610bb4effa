package io.domainflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.account.DesignatedAgent;
import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.account.RegistrantChangePolicy;
import io.domainflow.analysis.FigureColumn;
import io.domainflow.analysis.FigureTable;
import io.domainflow.analysis.InstanceSearch;
import io.domainflow.callback.Delivery;
import io.domainflow.callback.Endpoint;
import io.domainflow.callback.EventType;
import io.domainflow.client.ClientState;
import io.domainflow.consent.Channel;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.ConsentState;
import io.domainflow.consent.HoldKind;
import io.domainflow.consent.Side;
import io.domainflow.consent.StandingAuthorization;
import io.domainflow.imports.ImportFinding;
import io.domainflow.imports.ImportFindingKind;
import io.domainflow.imports.ImportState;
import io.domainflow.imports.ListFormat;
import io.domainflow.imports.NamesImport;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.FieldProblem;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.AwaitedInput;
import io.domainflow.order.Charged;
import io.domainflow.order.Cost;
import io.domainflow.order.Failure;
import io.domainflow.order.Operation;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.OrderTrouble;
import io.domainflow.order.Outcome;
import io.domainflow.order.StoredDomain;
import io.domainflow.order.Suspension;
import io.domainflow.order.WaitView;
import io.domainflow.order.WaitingFor;
import io.domainflow.registrar.ConnectionReport;
import io.domainflow.registrar.NameStatus;
import io.domainflow.registrar.PricedOperation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;

/** The documents tell callers of exactly the members and values that the code has. */
class OpenApiTest {

  private final OpenApi api = OpenApi.read();

  static Stream<Arguments> closedLists() {
    return Stream.of(
        Arguments.of("Operation", Operation.class),
        Arguments.of("OrderStatus", OrderStatus.class),
        Arguments.of("Charged", Charged.class),
        Arguments.of("WaitingForWho", WaitingFor.Who.class),
        Arguments.of("WaitingForCode", WaitingFor.Code.class),
        Arguments.of("TroubleState", OrderTrouble.State.class),
        Arguments.of("OutcomeCode", Outcome.Code.class),
        Arguments.of("FailureReason", Failure.Reason.class),
        Arguments.of("RenewalMode", RenewalMode.class),
        Arguments.of("DomainStatus", DomainStatus.class),
        Arguments.of("DateSource", StoredDomain.Source.class),
        Arguments.of("DomainLockKind", DomainView.Lock.Kind.class),
        Arguments.of("HoldKind", HoldKind.class),
        Arguments.of("ConsentSide", Side.class),
        Arguments.of("SuspensionKind", Suspension.Kind.class),
        Arguments.of("DomainPhase", DomainView.Renewal.Phase.class),
        Arguments.of("TimelineKind", TimelineView.Kind.class),
        Arguments.of("ConsentKind", ConsentKind.class),
        Arguments.of("ConsentState", ConsentState.class),
        Arguments.of("ConsentChannel", Channel.class),
        Arguments.of("NameStatus", NameStatus.class),
        Arguments.of("PricedOperation", PricedOperation.class));
  }

  static Stream<Arguments> objectsInAnswers() {
    return Stream.of(
        Arguments.of("OrderView", OrderView.class),
        Arguments.of("OrderList", OrderList.class),
        Arguments.of("Timeline", TimelineView.class),
        Arguments.of("TimelineEntry", TimelineView.Entry.class),
        Arguments.of("WaitingFor", WaitView.class),
        Arguments.of("OrderTrouble", OrderTrouble.class),
        Arguments.of("TroubleCount", TroubleCount.class),
        Arguments.of("FigureTable", FigureTable.class),
        Arguments.of("FigureColumn", FigureColumn.class),
        Arguments.of("InstanceList", InstanceList.class),
        Arguments.of("ProcessInstance", InstanceList.InstanceView.class),
        Arguments.of("ProcessHeat", HeatView.class),
        Arguments.of("ProcessActivity", HeatView.ActivityView.class),
        Arguments.of("ProcessAudit", AuditView.class),
        Arguments.of("AuditEntry", AuditView.Entry.class),
        Arguments.of("FailedSteps", FailedStepsView.class),
        Arguments.of("FailedStepsGroup", FailedStepsView.GroupView.class),
        Arguments.of("FailedStepsPreview", FailedStepsView.Preview.class),
        Arguments.of("FailedStep", FailedStepsView.StepView.class),
        Arguments.of("Outcome", Outcome.class),
        Arguments.of("Failure", Failure.class),
        Arguments.of("Price", OrderView.PriceView.class),
        Arguments.of("Cost", Cost.class),
        Arguments.of("Ordered", OrderedView.class),
        Arguments.of("ClaimsNotice", ClaimsNoticeView.class),
        Arguments.of("DomainView", DomainView.class),
        Arguments.of("DomainDates", DomainView.Dates.class),
        Arguments.of("DomainDate", StoredDomain.StoredDate.class),
        Arguments.of("DomainLock", DomainView.Lock.class),
        Arguments.of("DomainRenewal", DomainView.Renewal.class),
        Arguments.of("OpenOrder", DomainView.OpenOrder.class),
        Arguments.of("DomainSuspension", DomainView.SuspensionView.class),
        Arguments.of("HoldView", HoldView.class),
        Arguments.of("ConsentView", ConsentView.class),
        Arguments.of("AuthorizationView", StandingAuthorization.class),
        Arguments.of("AccountView", AccountView.class),
        Arguments.of("ClientView", ClientView.class),
        Arguments.of("TokenView", TokenView.class),
        Arguments.of("NewTokenView", NewTokenView.class),
        Arguments.of("DesignatedAgent", DesignatedAgent.class),
        Arguments.of("ConnectionReport", ConnectionReport.class),
        Arguments.of("Balance", ConnectionReport.Balance.class),
        Arguments.of("FieldProblem", FieldProblem.class),
        Arguments.of("PreviewView", PreviewView.class),
        Arguments.of("EarlierOrder", PreviewView.EarlierOrder.class),
        Arguments.of("WouldEnd", PreviewView.WouldEnd.class),
        Arguments.of("PreviewQuestion", PreviewView.QuestionView.class),
        Arguments.of("AvailabilityView", AvailabilityView.class),
        Arguments.of("AvailableName", AvailabilityView.Name.class),
        Arguments.of("StatedPrice", StatedPrice.class),
        Arguments.of("Terms", TermsView.class),
        Arguments.of("TldList", TldList.class),
        Arguments.of("TldView", TldView.class),
        Arguments.of("TldField", TldView.Field.class),
        Arguments.of("WebhookView", WebhookView.class),
        Arguments.of("WebhookSecretView", WebhookSecretView.class),
        Arguments.of("DeliveryView", DeliveryView.class),
        Arguments.of("DeliveryTry", Delivery.Try.class),
        Arguments.of("DeliveryList", DeliveryList.class),
        Arguments.of("ImportView", ImportView.class),
        Arguments.of("ImportProgress", NamesImport.Progress.class),
        Arguments.of("ImportFinding", ImportFinding.class));
  }

  @ParameterizedTest
  @MethodSource("closedLists")
  void hasTheValuesOfTheCode(String schema, Class<? extends Enum<?>> type) {
    assertThat(api.values(schema)).containsExactlyElementsOf(constants(type));
  }

  @ParameterizedTest
  @MethodSource("closedLists")
  void hasASentenceForEveryValue(String schema, Class<? extends Enum<?>> type) {
    assertThat(api.schema(schema).path("description").asText().lines())
        .filteredOn(line -> line.startsWith("- "))
        .extracting(line -> line.substring(2, line.indexOf(':')))
        .containsExactlyElementsOf(constants(type));
  }

  @ParameterizedTest
  @MethodSource("closedLists")
  void guideHasARowForEveryValue(String schema, Class<? extends Enum<?>> type) {
    assertThat(constants(type))
        .allSatisfy(value -> assertThat(OpenApi.guide()).contains("\n| `" + value + "` | "));
  }

  @ParameterizedTest
  @MethodSource("objectsInAnswers")
  void hasTheMembersOfEveryAnswer(String schema, Class<? extends Record> type) {
    assertThat(api.members(schema))
        .containsExactlyElementsOf(
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
  }

  @Test
  void hasTheMembersOfAnOrder() throws ClassNotFoundException {
    assertThat(api.members("Order"))
        .containsExactlyInAnyOrderElementsOf(
            withThoseOfOperations(membersReadBy("OrderRequestReader")))
        .allSatisfy(member -> assertThat(OpenApi.guide()).contains("\n| `" + member + "` | "));
  }

  @Test
  void hasTheMembersOfAnAccount() {
    assertThat(api.members("Account"))
        .containsExactlyInAnyOrderElementsOf(AccountReader.MEMBERS)
        .allSatisfy(member -> assertThat(OpenApi.accountsGuide()).contains("`" + member + "`"));
  }

  @Test
  void hasTheMembersOfHoldsAndAuthorizations() {
    assertThat(api.members("Hold")).containsExactlyInAnyOrderElementsOf(HoldController.MEMBERS);
    assertThat(api.members("Authorization"))
        .containsExactlyInAnyOrderElementsOf(AuthorizationController.MEMBERS)
        .allSatisfy(
            member -> assertThat(OpenApi.accountsGuide()).contains("\n| `" + member + "` | "));
  }

  @Test
  void hasTheMembersOfClientsAndTokens() {
    assertThat(api.members("Client"))
        .containsExactlyInAnyOrderElementsOf(ClientReader.MEMBERS)
        .allSatisfy(
            member -> assertThat(OpenApi.clientsGuide()).contains("\n| `" + member + "` | "));
    assertThat(api.members("ClientChange"))
        .containsExactlyInAnyOrderElementsOf(
            ClientReader.MEMBERS.stream().filter(member -> !member.equals("name")).toList());
    assertThat(api.members("TokenRequest"))
        .containsExactlyInAnyOrderElementsOf(ClientReader.OF_A_TOKEN);
    assertThat(api.values("ClientState"))
        .containsExactlyElementsOf(constants(ClientState.class))
        .allSatisfy(value -> assertThat(OpenApi.clientsGuide()).contains("`" + value + "`"));
  }

  @Test
  void hasTheMembersOfAQuestionForNames() {
    assertThat(api.members("AvailabilityQuery"))
        .containsExactlyInAnyOrderElementsOf(AvailabilityQuery.MEMBERS);
  }

  @Test
  void tablesOfConsentsHaveAColumnForEveryMember() {
    assertThat(ConsentColumn.ALL)
        .extracting(ConsentColumn::member)
        .containsExactlyElementsOf(api.members("ConsentView"));
  }

  @Test
  void explainsEveryWayOfARegistrantChangeAndEveryCauseOfAConnection() {
    assertThat(api.values("RegistrantChangeMode"))
        .containsExactlyElementsOf(constants(RegistrantChangeMode.class))
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
        .containsExactlyElementsOf(constants(ConnectionReport.Cause.class))
        .allSatisfy(
            value -> assertThat(OpenApi.accountsGuide()).contains("\n| `" + value + "` | "));
  }

  @Test
  void hasEveryKindOfAColumn() {
    assertThat(api.values("FigureColumnKind"))
        .containsExactlyElementsOf(constants(FigureColumn.Kind.class));
  }

  @Test
  void hasEveryStateOfAnInstanceAndEveryKindOfAnAuditsEntry() {
    assertThat(api.values("InstanceState"))
        .containsExactlyElementsOf(constants(InstanceSearch.State.class));
    assertThat(api.values("AuditKind"))
        .containsExactlyElementsOf(constants(AuditView.Kind.class))
        .allSatisfy(
            value ->
                assertThat(api.schema("AuditKind").path("description").asText())
                    .contains("- " + value + ": "));
  }

  @Test
  void explainsWebhooks() {
    assertThat(api.members("Webhook"))
        .containsExactlyInAnyOrderElementsOf(WebhookReader.MEMBERS)
        .allSatisfy(
            member -> assertThat(OpenApi.webhooksGuide()).contains("\n| `" + member + "` | "));
    Map.of(
            "EventType", EventType.texts(),
            "WebhookState", constants(Endpoint.State.class),
            "DeliveryState", constants(Delivery.State.class))
        .forEach(
            (schema, values) -> {
              assertThat(api.values(schema)).containsExactlyElementsOf(values);
              assertThat(values)
                  .allSatisfy(
                      value ->
                          assertThat(OpenApi.webhooksGuide()).contains("\n| `" + value + "` | "))
                  .allSatisfy(
                      value ->
                          assertThat(api.schema(schema).path("description").asText())
                              .contains("- " + value + ": "));
            });
  }

  @Test
  void explainsEveryStateAndEveryFindingOfAnImport() {
    assertThat(api.values("ListFormat")).containsExactlyElementsOf(constants(ListFormat.class));
    assertThat(api.values("ImportState"))
        .containsExactlyElementsOf(constants(ImportState.class))
        .allSatisfy(value -> assertThat(OpenApi.importGuide()).contains("\n| `" + value + "` | "));
    assertThat(api.values("ImportFindingKind"))
        .containsExactlyElementsOf(constants(ImportFindingKind.class))
        .allSatisfy(value -> assertThat(OpenApi.importGuide()).contains("\n| `" + value + "` | "));
    assertThat(ImportCsv.HEADER).containsExactlyElementsOf(api.members("ImportFinding"));
  }

  @Test
  void hasTheMembersOfInput() {
    assertThat(api.members("Input"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Operation.values())
                .flatMap(
                    operation ->
                        Arrays.stream(WaitingFor.Code.values())
                            .flatMap(code -> AwaitedInput.accepts(operation, code).stream()))
                .collect(Collectors.toSet()));
  }

  @Test
  void hasTheMembersOfAContact() throws ClassNotFoundException {
    Set<String> documented = new TreeSet<>(api.members("Contact"));
    documented.addAll(api.members("ContactHandle"));

    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(membersReadBy("ContactReader"))
        .allSatisfy(member -> assertThat(OpenApi.guide()).contains("\n| `" + member + "` | "));
  }

  @Test
  void guideHasEveryProblemOfTheDoors() throws ClassNotFoundException {
    Object[] problems =
        ClassUtils.forName("io.domainflow.security.Problem", null).getEnumConstants();

    assertThat(problems)
        .extracting(problem -> problem.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
        .allSatisfy(type -> assertThat(OpenApi.guide()).contains("\n| `" + type + "` | "));
  }

  @Test
  void refersToNothingThatIsNotThere() {
    assertThat(api.root().findValuesAsText("$ref"))
        .isNotEmpty()
        .allMatch(reference -> !api.root().at(reference.substring(1)).isMissingNode());
  }

  /** A generated client sends what is a default, also where it is refused or not meant. */
  @Test
  void hasNoMemberThatAGeneratedClientSendsUnasked() {
    assertThat(api.root().path("components").findValues("default")).isEmpty();
  }

  /** What is listed, and where the page behind begins; those that are arrays stay so. */
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

  private static Collection<String> constants(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }

  /** The readers are private to their package; a member they know and nobody documents is found. */
  private static Set<String> withThoseOfOperations(Set<String> common) {
    Set<String> members = new TreeSet<>(common);
    for (Operation operation : Operation.values()) {
      members.addAll(ReflectionTestUtils.<Set<String>>invokeMethod(operation, "members"));
    }
    return members;
  }

  private static Set<String> membersReadBy(String reader) throws ClassNotFoundException {
    Class<?> type = ClassUtils.forName("io.domainflow.order." + reader, null);
    return membersOf(type);
  }

  @SuppressWarnings("unchecked")
  private static Set<String> membersOf(Class<?> reader) {
    return (Set<String>) ReflectionTestUtils.getField(reader, "MEMBERS");
  }
}
