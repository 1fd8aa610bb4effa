package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ListDomains.Name;
import io.domainflow.registrar.command.Query;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a part of the names of the account, in one of two ways: with their dates and modes, or
 * with their status and contacts.
 *
 * @param first how many names to skip
 * @param limit most names in the answer
 * @param all whether with status and contacts
 */
record ListedNames(int first, int limit, boolean all) implements Query<ListedNames.Result> {

  /**
   * The answer.
   *
   * @param total how many there are altogether; empty if not stated
   */
  record Result(List<Name> names, Optional<Integer> total) {}
}
