package io.domainflow.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.DomainflowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each task of the models has its class. */
@DomainflowTest
class UserTasksTest {

  private static final Pattern TASK =
      Pattern.compile("<bpmn:userTask id=\"(\\w+)\".*?</bpmn:userTask>", Pattern.DOTALL);

  private final List<UserTask> ofOrders;
  private final List<AccountTask> ofAccounts;

  @Autowired
  UserTasksTest(List<UserTask> ofOrders, List<AccountTask> ofAccounts) {
    this.ofOrders = ofOrders;
    this.ofAccounts = ofAccounts;
  }

  @Test
  void everyTaskOfTheModelsHasAClassThatIsNamedLikeIt() throws Exception {
    Set<String> ids = new TreeSet<>();
    for (MatchResult task : tasks()) {
      ids.add(task.group(1));
    }

    assertThat(
            Stream.concat(
                ofOrders.stream().map(UserTask::id), ofAccounts.stream().map(AccountTask::id)))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ofOrders)
        .allSatisfy(
            task -> assertThat("Task_" + task.getClass().getSimpleName()).isEqualTo(task.id()));
    assertThat(ofAccounts)
        .allSatisfy(
            task -> assertThat("Task_" + task.getClass().getSimpleName()).isEqualTo(task.id()));
  }

  /** Only the class of a task defines what happens to it. */
  @Test
  void noTaskOfTheModelsNamesAListener() throws Exception {
    assertThat(tasks()).allSatisfy(task -> assertThat(task.group()).doesNotContain("istener"));
  }

  private static List<MatchResult> tasks() throws Exception {
    try (Stream<Path> models = Files.list(Path.of("processes"))) {
      return models
          .filter(file -> file.toString().endsWith(".bpmn"))
          .flatMap(file -> TASK.matcher(read(file)).results())
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
