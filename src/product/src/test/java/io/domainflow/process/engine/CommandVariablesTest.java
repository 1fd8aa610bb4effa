package io.domainflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.migration.MigrationPlanImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Every command of the engine that carries variables is known, so that none is missed. */
class CommandVariablesTest {

  private static final String COMMANDS = "classpath*:org/camunda/bpm/engine/**/*.class";

  /** Maps that are not variables, or are not written. */
  private static final Set<String> WRITE_NOTHING =
      Set.of(
          // what is looked for
          "CorrelateAllMessageCmd.builder.correlationProcessInstanceVariables",
          "CorrelateAllMessageCmd.builder.correlationLocalVariables",
          "CorrelateMessageCmd.builder.correlationProcessInstanceVariables",
          "CorrelateMessageCmd.builder.correlationLocalVariables",
          "FetchExternalTasksCmd.fetchInstructions",
          // given to a decision table, which answers
          "EvaluateDecisionCmd.variables",
          "EvaluateDecisionTableCmd.variables",
          // a plan, which is carried out by another command
          "CreateMigrationPlanCmd.migrationBuilder.variables",
          // of no process
          "DeployCmd.deploymentBuilder.deploymentResourcesById",
          "DeployCmd.deploymentBuilder.deploymentResourcesByName",
          "HistoryCleanupSchedulerCmd.reports",
          "SetUserInfoCmd.accountDetails");

  @Test
  void areKnownOfEveryCommand() throws IOException {
    assertThat(commands().flatMap(command -> maps(command, "").map(map -> name(command, map))))
        .contains("CompleteTaskCmd.variables", "SubmitTaskFormCmd.properties")
        .filteredOn(map -> !WRITE_NOTHING.contains(map))
        .isSubsetOf(
            commands()
                .flatMap(command -> known(command).map(place -> name(command, place)))
                .toList());
  }

  private static String name(Class<?> command, String place) {
    return command.getSimpleName() + "." + place;
  }

  private static Stream<String> known(Class<?> command) {
    return CommandVariables.PLACES.entrySet().stream()
        .filter(place -> place.getKey().isAssignableFrom(command))
        .flatMap(place -> place.getValue().stream());
  }

  @Test
  void areWhereTheyAreLookedFor() {
    CommandVariables.PLACES.forEach(
        (type, places) ->
            assertThat(places)
                .allSatisfy(
                    place ->
                        assertThat(exists(type, place)).as(type.getSimpleName() + place).isTrue()));
  }

  /** Where a command has maps, or commands that it is made of: in itself or in what builds it. */
  private static Stream<String> maps(Class<?> type, String before) {
    return fields(type)
        .flatMap(
            field -> {
              String path = before + field.getName();
              if (Map.class.isAssignableFrom(field.getType()) || hasCommands(field)) {
                return Stream.of(path);
              }
              return part(field).stream().flatMap(part -> maps(part, path + "."));
            });
  }

  private static boolean hasCommands(Field field) {
    return field.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> entry
        && Command.class.isAssignableFrom(entry);
  }

  private static Optional<Class<?>> part(Field field) {
    if (field.getType().equals(MigrationPlan.class)) {
      return Optional.of(MigrationPlanImpl.class);
    }
    return field.getType().getSimpleName().endsWith("BuilderImpl")
        ? Optional.of(field.getType())
        : Optional.empty();
  }

  private static boolean exists(Class<?> type, String place) {
    Class<?> at = type;
    for (String name : place.split("\\.", -1)) {
      Field field = ReflectionUtils.findField(at, name);
      if (field == null) {
        return false;
      }
      at = part(field).orElse(field.getType());
    }
    return true;
  }

  private static Stream<Field> fields(Class<?> type) {
    return type == null
        ? Stream.empty()
        : Stream.concat(Arrays.stream(type.getDeclaredFields()), fields(type.getSuperclass()))
            .filter(field -> !Modifier.isStatic(field.getModifiers()));
  }

  private static Stream<Class<?>> commands() throws IOException {
    return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(COMMANDS))
        .map(CommandVariablesTest::type)
        .flatMap(Optional::stream)
        .filter(type -> Command.class.isAssignableFrom(type) && !type.isInterface())
        // a query reads
        .filter(type -> !AbstractQuery.class.isAssignableFrom(type))
        .filter(type -> !AbstractNativeQuery.class.isAssignableFrom(type));
  }

  private static Optional<Class<?>> type(Resource file) {
    try {
      String path = file.getURL().getPath();
      String name =
          path.substring(path.lastIndexOf("org/camunda/")).replace(".class", "").replace('/', '.');
      return Optional.of(ClassUtils.forName(name, CommandVariablesTest.class.getClassLoader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException | LinkageError e) {
      // of parts of the engine whose libraries are not there
      return Optional.empty();
    }
  }
}
