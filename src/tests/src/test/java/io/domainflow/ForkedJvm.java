package io.domainflow;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Commands for further JVMs with the classes of the tests. */
public final class ForkedJvm {

  /**
   * For a short life: compiled once, collected seldom and by one thread, and not verified, because
   * our own compiler made the code.
   */
  public static final List<String> QUICK =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-Xmn200m",
          "-XX:MetaspaceSize=256m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote",
          "-Dfile.encoding=UTF-8");

  private ForkedJvm() {}

  /** The command that runs this class. */
  public static List<String> command(
      List<String> options, Class<?> main, Stream<String> arguments) {
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            options.stream(),
            Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
            arguments)
        .flatMap(part -> part)
        .toList();
  }
}
