package io.domainflow.model;

import java.util.List;

/**
 * Information for the console after startup. Each part of the application contributes lines; all of
 * them form one log entry, in the order of the beans.
 */
@FunctionalInterface
public interface StartupReport {

  /**
   * The lines to print; empty if there are none.
   *
   * @param address of this application for a browser on this machine, without a trailing slash
   */
  List<Line> lines(String address);

  /**
   * One line.
   *
   * @param what its topic, in a word or two; empty if it continues the previous line
   * @param text the rest
   */
  record Line(String what, String text) {}
}
