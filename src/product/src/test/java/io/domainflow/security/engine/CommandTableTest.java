package io.domainflow.security.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.security.EngineGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The table covers every command of the engine and its web applications, with who may execute it.
 */
class CommandTableTest {

  /** Found on the class path, so that the commands of a new engine version are included. */
  private static final Map<String, List<Class<?>>> COMMANDS = commands();

  private final CommandTable table = CommandTable.read();

  @Test
  void namesCommandsThatThereAre() {
    assertThat(COMMANDS).hasSizeGreaterThan(350);
    assertThat(COMMANDS.keySet()).containsAll(table.commands());
    assertThat(table.commands())
        .allSatisfy(command -> assertThat(COMMANDS.get(command)).as(command).hasSize(1));
  }

  @Test
  void refusesEveryCommandThatItDoesNotName() {
    assertThat(COMMANDS)
        .allSatisfy(
            (name, classes) -> {
              if (!table.commands().contains(name)) {
                assertThat(classes).allSatisfy(this::isRefusedToAll);
              }
            });
    isRefusedToAll(NewCommand.class);
    isRefusedToAll(((Command<Void>) context -> null).getClass());
  }

  @Test
  void refusesACommandComposedOfAnAllowedOne() {
    assertThat(table.allows(ClaimTaskCmd.class, List.of("operators"))).isTrue();
    isRefusedToAll(ClaimOfALaterVersion.class);
  }

  @Test
  void refusesUsersWithoutAGroup() {
    assertThat(COMMANDS.values())
        .allSatisfy(
            classes ->
                assertThat(classes)
                    .noneMatch(command -> table.allows(command, List.of()))
                    .noneMatch(command -> table.allows(command, List.of("others", "Operators"))));
  }

  /** The lists that the engine returns without checking permissions. */
  @Test
  void refusesListsThatIgnoreRights() {
    assertThat(COMMANDS.values().stream().flatMap(List::stream))
        .filteredOn(
            command ->
                AbstractNativeQuery.class.isAssignableFrom(command)
                    || command.getName().contains(".optimize.")
                    || command.getName().contains(".cmmn.")
                    || command.getSimpleName().contains("Case"))
        .filteredOn(command -> !command.getSimpleName().equals("CaseDefinitionQueryImpl"))
        .isNotEmpty()
        .allSatisfy(this::isRefusedToAll);
  }

  @Test
  void letsOnlyAdministratorsChangeMoreThanTheirWorkNeeds() {
    assertThat(changing(EngineGroup.BILLING)).containsExactlyInAnyOrder("StartProcessInstanceCmd");
    assertThat(changing(EngineGroup.ANALYSTS)).containsExactlyInAnyOrder("SaveUserCmd");
    for (EngineGroup group : List.of(EngineGroup.OPERATORS, EngineGroup.APPROVERS)) {
      assertThat(changing(group))
          .containsExactlyInAnyOrder(
              "StartProcessInstanceCmd",
              "SubmitStartFormCmd",
              "ClaimTaskCmd",
              "AssignTaskCmd",
              "CompleteTaskCmd",
              "SubmitTaskFormCmd",
              "SetTaskVariablesCmd",
              "PatchTaskVariablesCmd",
              "RemoveTaskVariablesCmd",
              "AddCommentCmd",
              "SaveUserCmd");
    }
  }

  @Test
  void givesBillingNothingButTheStartOfAnOrder() {
    assertThat(allowed(EngineGroup.BILLING))
        .containsExactlyInAnyOrder(
            "ProcessDefinitionQueryImpl",
            "GetDeployedProcessDefinitionCmd",
            "StartProcessInstanceCmd",
            // how the web applications find out that they are closed
            "AuthorizationCheckCmd",
            "CheckPassword");
  }

  private Set<String> changing(EngineGroup group) {
    return allowed(group).stream()
        .filter(name -> !COMMANDS.get(name).stream().allMatch(CommandTableTest::onlyReads))
        .collect(toSet());
  }

  private static boolean onlyReads(Class<?> command) {
    return AbstractQuery.class.isAssignableFrom(command)
        || CommandTable.name(command)
            .matches(
                "(Get|Find|ExecuteFilter|Is|Create\\w+Query|AuthorizationCheck|CheckPassword).*"
                    + "|.*\\$(Execute|Query|HistoricTaskInstanceCount|TaskCount).*"
                    + "|MetricsQueryImpl");
  }

  private Set<String> allowed(EngineGroup group) {
    return table.commands().stream()
        .filter(name -> table.allows(COMMANDS.get(name).get(0), List.of(group.id())))
        .collect(toSet());
  }

  private void isRefusedToAll(Class<?> command) {
    assertThat(CommandTable.COLUMNS)
        .as(command.getName())
        .noneMatch(group -> table.allows(command, List.of(group.id())));
    assertThat(table.refusal(command)).contains("Nothing was ");
  }

  private static Map<String, List<Class<?>>> commands() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
            return true;
          }
        };
    scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
    return scanner.findCandidateComponents("org.camunda").stream()
        .<Class<?>>map(
            found ->
                ClassUtils.resolveClassName(
                    found.getBeanClassName(), CommandTableTest.class.getClassLoader()))
        .collect(groupingBy(CommandTable::name));
  }

  private static final class NewCommand implements Command<Void> {
    @Override
    public Void execute(CommandContext context) {
      return null;
    }
  }

  private static final class ClaimOfALaterVersion extends ClaimTaskCmd {
    private static final long serialVersionUID = 1L;

    ClaimOfALaterVersion() {
      super("task", "user");
    }
  }
}
