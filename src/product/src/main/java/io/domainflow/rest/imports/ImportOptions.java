package io.domainflow.rest.imports;

import io.domainflow.model.FieldProblem;
import io.domainflow.model.InvalidValue;
import io.domainflow.owner.Owner;
import io.domainflow.owner.OwnerLookup;
import io.domainflow.rest.RequestRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of an import.
 *
 * @param owner who gets the names
 */
record ImportOptions(boolean dryRun, @Nullable Owner owner) {

  private static final String DRY_RUN = "dryRun";
  private static final String OWNER = "owner";

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found: a list that was meant for a dry run must not
   *     be imported because a parameter is misspelt
   */
  static ImportOptions of(Map<String, String> parameters, OwnerLookup owners) {
    List<FieldProblem> problems = new ArrayList<>();
    parameters.forEach((name, value) -> problem(name, value, owners).ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new RequestRejected(problems);
    }
    return new ImportOptions(
        Boolean.parseBoolean(parameters.get(DRY_RUN)),
        parameters.containsKey(OWNER) ? Owner.of(parameters.get(OWNER)) : null);
  }

  private static Optional<FieldProblem> problem(String name, String value, OwnerLookup owners) {
    return switch (name) {
      case DRY_RUN ->
          value.equals("true") || value.equals("false")
              ? Optional.empty()
              : Optional.of(new FieldProblem(name, "WRONG_TYPE", "must be true or false"));
      case OWNER ->
          isKnown(value, owners)
              ? Optional.empty()
              : Optional.of(
                  new FieldProblem(
                      name,
                      "INVALID",
                      "must be client/ and the name of an API client, group/ and a group of them, or"
                          + " a user of the group billing; there is none with this name"));
      default -> Optional.of(new FieldProblem(name, "UNKNOWN_MEMBER", "is not a parameter here"));
    };
  }

  private static boolean isKnown(String text, OwnerLookup owners) {
    try {
      return owners.find(Owner.of(text)).isPresent();
    } catch (InvalidValue e) {
      return false;
    }
  }
}
