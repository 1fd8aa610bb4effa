package io.domainflow.metrics;

import io.domainflow.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the metrics as Prometheus does. */
final class Metrics {

  /** The password of the demo. */
  static final String PASSWORD = "prometheus-demo";

  private static final Pattern LINE =
      Pattern.compile("(?<name>[a-z_]+)(?:\\{(?<labels>.*)})? (?<value>\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final List<Sample> samples;

  private Metrics(String text) {
    samples =
        text.lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> Stream.of(LINE.matcher(line)).filter(Matcher::matches))
            .map(Sample::of)
            .toList();
  }

  static Metrics read(int port) {
    return new Metrics(
        new Caller(port, "prometheus", PASSWORD).get("/actuator/prometheus").response().body());
  }

  /** A value with its labels. */
  record Sample(String name, Map<String, String> labels, double value) {

    static Sample of(Matcher line) {
      Map<String, String> labels = new HashMap<>();
      if (line.group("labels") != null) {
        LABEL
            .matcher(line.group("labels"))
            .results()
            .forEach(label -> labels.put(label.group(1), label.group(2)));
      }
      return new Sample(line.group("name"), labels, Double.parseDouble(line.group("value")));
    }
  }

  /** Our own metrics. */
  List<Sample> own() {
    return samples.stream().filter(sample -> sample.name().startsWith("domainflow_")).toList();
  }

  /** The sum of all with this name that have these labels. */
  double sum(String name, Map<String, String> labels) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
        .mapToDouble(Sample::value)
        .sum();
  }
}
