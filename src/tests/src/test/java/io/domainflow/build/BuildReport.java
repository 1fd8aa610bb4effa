package io.domainflow.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Prints the last lines of a build: the number of tests, their time, and the tests left out. */
public final class BuildReport {

  static final String ONLY_IN_FULL = "only in mvn verify -Pfull";
  static final String SECOND_READING = "second reading of the registrar, only in mvn verify -Pfull";

  static final String SECOND_PLATFORM =
      "with an account at CentralNic Reseller, only in mvn verify -Pfull";

  static final String NOT_AT_CNR = "at HEXONET only";

  static final String FURTHER_CASES = "further cases of the same, only in mvn verify -Pfull";

  private static final Path REPORTS = Path.of("target", "surefire-reports");
  private static final Path FIGURES = Path.of("target", "proofs");
  private static final int SLOWEST = 20;

  private final List<TestClass> classes = new ArrayList<>();
  private final Map<String, List<String>> figures = new TreeMap<>();
  private final Map<String, Map<String, Integer>> leftOut = new TreeMap<>();
  private int tests;

  private BuildReport() {}

  private record TestClass(String name, double seconds) {}

  /**
   * Prints the report.
   *
   * @param args when the build began, ISO-8601
   */
  public static void main(String[] args) throws IOException, XMLStreamException {
    Instant begin = Instant.parse(args[0]);
    BuildReport report = new BuildReport();
    report.read(begin);
    if (report.classes.isEmpty()) {
      return;
    }
    System.out.println(
        report.text(Duration.between(begin, Instant.now()), StartedApplications.since(begin)));
  }

  private void read(Instant begin) throws IOException, XMLStreamException {
    for (Path report : since(begin, REPORTS, "TEST-*.xml")) {
      readClass(report);
    }
    for (Path proof : since(begin, FIGURES, "*.txt")) {
      figures.put(proof.getFileName().toString().replace(".txt", ""), Files.readAllLines(proof));
    }
  }

  /** Files of this build; others are left from earlier builds. */
  private static List<Path> since(Instant begin, Path directory, String names) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, names)) {
        for (Path file : all) {
          if (!Files.getLastModifiedTime(file).toInstant().isBefore(begin)) {
            files.add(file);
          }
        }
      }
    }
    return files;
  }

  private void readClass(Path file) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      String name = "";
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "testsuite" -> {
            String full = xml.getAttributeValue(null, "name");
            name = full.substring(full.lastIndexOf('.') + 1);
            String seconds = xml.getAttributeValue(null, "time").replace(",", "");
            classes.add(new TestClass(name, Double.parseDouble(seconds)));
          }
          case "testcase" -> tests++;
          case "skipped" -> {
            tests--;
            leftOut
                .computeIfAbsent(reason(xml), reason -> new TreeMap<>())
                .merge(name, 1, Integer::sum);
          }
          default -> {}
        }
      }
    }
  }

  /** The reason of a failed assumption is in the first line of the element's text. */
  private static String reason(XMLStreamReader skipped) throws XMLStreamException {
    String message = skipped.getAttributeValue(null, "message");
    return message == null
        ? skipped.getElementText().lines().findFirst().orElse("").replaceFirst(".*failed: ", "")
        : message;
  }

  private String text(Duration took, long applications) {
    StringBuilder text = new StringBuilder("\n");
    figures.forEach(
        (proof, lines) -> lines.forEach(line -> text.append(proof + ": " + line + "\n")));
    classes.sort(Comparator.comparingDouble(TestClass::seconds).reversed());
    text.append("The slowest of ").append(classes.size()).append(" test classes, in seconds:\n");
    classes.stream()
        .limit(SLOWEST)
        .forEach(one -> text.append("%7.1f  %s%n".formatted(one.seconds(), one.name())));
    leftOut.forEach(
        (reason, where) -> {
          int all = where.values().stream().mapToInt(Integer::intValue).sum();
          text.append("Left out, ").append(reason).append(" (").append(all).append("): ");
          text.append(
              String.join(
                  ", ",
                  where.entrySet().stream()
                      .map(one -> one.getKey() + times(one.getValue()))
                      .toList()));
          text.append('\n');
        });
    return text.append(
            "A %s build: %,d tests in %d min %d s; %d applications were started."
                .formatted(
                    BuildSize.current().name().toLowerCase(Locale.ROOT),
                    tests,
                    took.toMinutes(),
                    took.toSecondsPart(),
                    applications))
        .toString();
  }

  private static String times(int count) {
    return count == 1 ? "" : " × " + count;
  }
}
