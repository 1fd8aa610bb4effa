package io.domainflow.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.BootstrapUtils;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Determines the order of the test classes: first those with their own application, grouped by it,
 * then those that share the usual one, and finally those without, the long ones first. Only one
 * application exists at a time in a process, and in this order none is stopped for another and
 * started again. In the order of names, half of all starts were such repetitions.
 *
 * <p>Surefire accepts no order. It first runs classes that have failed recently according to its
 * file of statistics, which is written here: the later a class is to run, the more often it has
 * succeeded.
 */
public final class TestOrder {

  private static final Path CLASSES = Path.of("src", "tests", "target", "test-classes");
  private static final Path STATISTICS = Path.of(".surefire-order");

  private TestOrder() {}

  /** Writes the file of statistics. */
  public static void main(String[] args) throws IOException {
    List<String> order = order(testClasses());
    List<String> lines = new ArrayList<>();
    for (int rank = 0; rank < order.size(); rank++) {
      lines.add("%d,0,%s,order".formatted(rank + 1, order.get(rank)));
    }
    Files.write(STATISTICS, lines);
  }

  private static List<Class<?>> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith("Test.class"))
          .map(file -> file.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .sorted()
          .<Class<?>>map(TestOrder::load)
          .filter(type -> !type.isInterface())
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, TestOrder.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of these classes, given sorted, in the order in which they are to run. */
  static List<String> order(List<Class<?>> classes) {
    Map<MergedContextConfiguration, List<String>> byApplication =
        classes.stream()
            .filter(TestOrder::hasApplication)
            .collect(
                Collectors.groupingBy(
                    TestOrder::application,
                    LinkedHashMap::new,
                    Collectors.mapping(Class::getName, Collectors.toList())));
    Stream<String> without =
        classes.stream()
            .filter(test -> !hasApplication(test))
            .sorted(Comparator.comparing(test -> !test.isAnnotationPresent(RunsEarly.class)))
            .map(Class::getName);
    return Stream.concat(
            byApplication.values().stream()
                .sorted(Comparator.comparingInt(List::size))
                .flatMap(List::stream),
            without)
        .toList();
  }

  private static boolean hasApplication(Class<?> test) {
    return AnnotatedElementUtils.hasAnnotation(test, BootstrapWith.class);
  }

  private static MergedContextConfiguration application(Class<?> test) {
    return BootstrapUtils.resolveTestContextBootstrapper(test).buildMergedContextConfiguration();
  }
}
