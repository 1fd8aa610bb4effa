package io.domainflow.registrar.command;

import java.util.List;

/**
 * Asks for the outcome of an application. That the name is registered is not said here but by
 * {@link ReadDomain}.
 *
 * @param application number of the application
 */
public record ReadApplication(String application) implements Query<ReadApplication.Result> {

  /**
   * The answer.
   *
   * @param status as the registrar writes it
   * @param open the name may still come of it, or has come: true of every status not known to be
   *     the end
   * @param failed the name will not come of it
   */
  public record Result(List<String> status, boolean open, boolean failed) {}
}
