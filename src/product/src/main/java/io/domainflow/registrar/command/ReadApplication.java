package io.domainflow.registrar.command;

import java.util.List;

/**
 * Reads the outcome of an application. Whether the name is registered is shown by {@link
 * ReadDomain}.
 *
 * @param application number of the application
 */
public record ReadApplication(String application) implements Query<ReadApplication.Result> {

  /**
   * The answer.
   *
   * @param status as stated by the registrar
   * @param open whether it may still succeed, or has succeeded: true for every status that is not
   *     known to be final
   * @param failed whether it has failed
   */
  public record Result(List<String> status, boolean open, boolean failed) {}
}
