package io.domainflow.model;

import java.util.List;

/**
 * What people read on the console once everything runs. Each part of the application tells its own;
 * all of it is one entry of the log, in the order of the beans.
 */
@FunctionalInterface
public interface ReadyNotice {

  /**
   * What there is to tell; none if there is nothing.
   *
   * @param address of this application, as a browser on this machine opens it, without a slash at
   *     the end
   */
  List<Line> lines(String address);

  /**
   * One line.
   *
   * @param what of what it is, in a word or two; empty if it continues the line before
   * @param text the rest
   */
  record Line(String what, String text) {}
}
