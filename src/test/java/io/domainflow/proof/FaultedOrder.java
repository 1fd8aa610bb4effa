package io.domainflow.proof;

import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * The order that sends a command, and how it is judged.
 *
 * @param name which, for people
 * @param command ours
 * @param sentAs the registrar's name of it
 * @param before places what has to be under way already; nothing goes wrong yet
 * @param waitsFor what that waits for then; null if nothing is placed before
 * @param send brings it about that the command is sent
 * @param onlyOnce how much it has carried out, when it is done, of what must not be carried out
 *     twice
 * @param paid whether that costs money
 * @param stands whether the registrar has what the order wanted
 * @param zone of its name
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

  /** An order that changes something once, for nothing. */
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

  /** An order that buys something, while somebody wants something else of it. */
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

  /** The same, if what is carried out costs nothing. */
  FaultedOrder forNothing() {
    return new FaultedOrder(
        name, command, sentAs, before, waitsFor, send, onlyOnce, false, stands, zone);
  }

  /** The same, if it may be carried out again and again. */
  FaultedOrder repeatable() {
    return new FaultedOrder(name, command, sentAs, before, waitsFor, send, 0, false, stands, zone);
  }

  /** Another order that sends the same command in another way. */
  FaultedOrder inTheWay(String way) {
    return new FaultedOrder(
        name + " " + way, command, sentAs, before, waitsFor, send, onlyOnce, paid, stands, zone);
  }

  /** The same of a name of another zone. */
  FaultedOrder below(String other) {
    return new FaultedOrder(
        name, command, sentAs, before, waitsFor, send, onlyOnce, paid, stands, other);
  }
}
