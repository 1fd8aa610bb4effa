package io.domainflow.proof;

import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * An order that sends a command, with the criteria for its result.
 *
 * @param name description for people
 * @param command our command
 * @param sentAs the registrar's name of the command
 * @param before places an earlier order that must already be running, still without a fault
 * @param waitsFor what the earlier order then waits for; null if there is none
 * @param send causes the command to be sent
 * @param onlyOnce the expected count of operations that must not be repeated
 * @param paid whether these cost money
 * @param stands whether the registrar has the wanted state
 * @param zone zone of the name
 */
record FaultedOrder(
    String name,
    Class<?> command,
    String sentAs,
    Consumer<FaultTrial> before,
    String waitsFor,
    Consumer<FaultTrial> send,
    int onlyOnce,
    boolean paid,
    BiPredicate<RegistrarBooks, FaultTrial> stands,
    String zone) {

  private static final String ZONE = "com";

  /** An order that buys something. */
  static FaultedOrder buys(
      Class<?> command,
      String sentAs,
      Consumer<FaultTrial> place,
      BiPredicate<RegistrarBooks, FaultTrial> stands) {
    return new FaultedOrder(
        command.getSimpleName(), command, sentAs, trial -> {}, null, place, 1, true, stands, ZONE);
  }

  /** An order that changes something once, free of charge. */
  static FaultedOrder changesOnce(
      Class<?> command,
      String sentAs,
      Consumer<FaultTrial> place,
      BiPredicate<RegistrarBooks, FaultTrial> stands) {
    return new FaultedOrder(
        command.getSimpleName(), command, sentAs, trial -> {}, null, place, 1, false, stands, ZONE);
  }

  /** An order that may send everything again. */
  static FaultedOrder repeats(
      Class<?> command,
      String sentAs,
      Consumer<FaultTrial> place,
      BiPredicate<RegistrarBooks, FaultTrial> stands) {
    return new FaultedOrder(
        command.getSimpleName(), command, sentAs, trial -> {}, null, place, 0, false, stands, ZONE);
  }

  /** An order that buys something, and meanwhile gets another request. */
  static FaultedOrder underWay(
      Class<?> command,
      String sentAs,
      Consumer<FaultTrial> place,
      String waitsFor,
      Consumer<FaultTrial> send,
      BiPredicate<RegistrarBooks, FaultTrial> stands) {
    return new FaultedOrder(
        command.getSimpleName(), command, sentAs, place, waitsFor, send, 1, true, stands, ZONE);
  }

  /** The same, free of charge. */
  FaultedOrder forNothing() {
    return new FaultedOrder(
        name, command, sentAs, before, waitsFor, send, onlyOnce, false, stands, zone);
  }

  /** The same, if it may be repeated. */
  FaultedOrder repeatable() {
    return new FaultedOrder(name, command, sentAs, before, waitsFor, send, 0, false, stands, zone);
  }

  /** Another order that sends the same command by a different route. */
  FaultedOrder inTheWay(String way) {
    return new FaultedOrder(
        name + " " + way, command, sentAs, before, waitsFor, send, onlyOnce, paid, stands, zone);
  }

  /** The same for a name in another zone. */
  FaultedOrder below(String other) {
    return new FaultedOrder(
        name, command, sentAs, before, waitsFor, send, onlyOnce, paid, stands, other);
  }
}
