package io.domainflow.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the tables of what the sandbox does, one for each platform. */
public final class Behaviours {

  private static final Path TABLES = Path.of("src", "sandbox", "behaviours");

  /** Of HEXONET's ISPAPI, and of what both platforms share. */
  static final List<Behaviour> ISPAPI = read("ispapi.tsv");

  /** Of CentralNic Reseller. */
  static final List<Behaviour> CNR = read("cnr.tsv");

  private Behaviours() {}

  /** Those of both platforms. */
  static List<Behaviour> all() {
    return Stream.of(ISPAPI, CNR).flatMap(List::stream).toList();
  }

  /**
   * A behaviour with its evidence, in a line.
   *
   * @param beginning the beginning of the behaviour; must be unique
   */
  public static String words(String beginning) {
    List<Behaviour> found =
        all().stream().filter(behaviour -> behaviour.words().startsWith(beginning)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.size() + " behaviours begin with «" + beginning + "»");
    }
    Behaviour behaviour = found.get(0);
    return behaviour.basis().name().toLowerCase(Locale.ROOT)
        + ": "
        + behaviour.words()
        + (behaviour.profileB().isEmpty() ? "" : "; profile B: " + behaviour.profileB())
        + " (`"
        + behaviour.simpleType()
        + "`)";
  }

  private static List<Behaviour> read(String table) {
    try (Stream<String> rows = Files.lines(TABLES.resolve(table))) {
      return rows.skip(1).map(Behaviour::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
