package io.domainflow.carriedover;

import static java.util.Map.entry;

import java.util.Map;

/** Waits of the models in which the earlier version had no instance. */
final class WaitsWithoutOrder {

  /**
   * Waits in which no instance was, each with the reason. A wait of a later model also belongs
   * here.
   */
  static final Map<String, String> NOBODY_IN =
      Map.ofEntries(
          entry(
              "ChangeOfRegistrantProcess Task_CancelOverdueChange",
              "the registrar ends what nobody confirms; this step is for when it does not"));

  private WaitsWithoutOrder() {}
}
