package io.domainflow.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables shipped with the sandbox. */
public final class Tsv {

  private Tsv() {}

  /** The rows of a resource beside this class, without comments and the head line. */
  public static List<String[]> rows(String resource) {
    try (InputStream in = Tsv.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
