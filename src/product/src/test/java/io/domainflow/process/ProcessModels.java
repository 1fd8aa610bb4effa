package io.domainflow.process;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Named;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models of all processes, as files and as the engine reads them, and the classes for them. */
final class ProcessModels {

  static final Path PROCESSES = Path.of("processes");

  /** A condition on a variable that is true or false. */
  static final Pattern FACT = Pattern.compile("\\$\\{(!?)(\\w+)}");

  /** A condition on the value of a variable. */
  static final Pattern COMPARISON = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}");

  private ProcessModels() {}

  static Stream<Named<Path>> files() throws IOException {
    try (Stream<Path> files = Files.list(PROCESSES)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .map(file -> Named.of(file.getFileName().toString(), file))
          .toList()
          .stream();
    }
  }

  static BpmnModelInstance read(Path file) {
    return Bpmn.readModelFromFile(file.toFile());
  }

  static Process process(Path file) {
    Collection<Process> processes = all(read(file), Process.class);
    assertThat(processes).as("processes in %s", file).hasSize(1);
    return processes.iterator().next();
  }

  static <T extends ModelElementInstance> Collection<T> all(
      BpmnModelInstance model, Class<T> type) {
    return model.getModelElementsByType(type);
  }

  static <T> Set<String> names(Collection<T> elements, Function<T, String> name) {
    return elements.stream().map(name).collect(toCollection(TreeSet::new));
  }

  /** The packages below process that have a class of this name. */
  static List<String> packagesOf(String className) throws IOException {
    Resource[] classes =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:io/domainflow/process/*/" + className + ".class");
    return Arrays.stream(classes).map(ProcessModels::packageOf).toList();
  }

  /** The last part of it; the class is in a folder or in a jar. */
  private static String packageOf(Resource classFile) {
    try {
      String[] parts = classFile.getURL().getPath().split("/", -1);
      return parts[parts.length - 2];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Simple names of the classes in a package; two dots at the end include the packages below. */
  static List<String> classesIn(String packageName) throws IOException {
    String folder = packageName.replace("..", ".**").replace('.', '/');
    Resource[] classes =
        new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.class");
    return Arrays.stream(classes)
        .map(Resource::getFilename)
        .filter(Objects::nonNull)
        .map(name -> name.substring(0, name.length() - ".class".length()))
        .toList();
  }
}
