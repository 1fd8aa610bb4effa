package io.domainflow.tld;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for the forms of an installation.
 *
 * @param folder folder with further additional-fields forms ({@code *.form}), read once at start;
 *     null for none
 */
@ConfigurationProperties("domainflow.forms")
public record FormsProperties(@Nullable String folder) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if it is not a folder or cannot be read
   */
  public FormsProperties {
    folder = folder == null || folder.isBlank() ? null : folder.strip();
    if (folder != null) {
      check(folder);
    }
  }

  /** The folder; empty if there is none. */
  Optional<Path> path() {
    return Optional.ofNullable(folder).map(Path::of);
  }

  private static void check(String folder) {
    Path path;
    try {
      path = Path.of(folder);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(setting(folder) + ", which is not a path", e);
    }
    if (!Files.exists(path)) {
      throw new IllegalArgumentException(
          setting(folder) + ", which does not exist (" + path.toAbsolutePath() + ")");
    }
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException(setting(folder) + ", which is not a folder");
    }
    if (!Files.isReadable(path) || !Files.isExecutable(path)) {
      throw new IllegalArgumentException(setting(folder) + ", which this application may not read");
    }
  }

  private static String setting(String folder) {
    return "domainflow.forms.folder is " + folder;
  }
}
