package io.domainflow.rest;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import io.domainflow.model.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an import is to be done.
 *
 * @param owner the login that the names are given to; null for none
 */
record ImportWish(boolean dryRun, String owner) {

  private static final String DRY_RUN = "dryRun";
  private static final String OWNER = "owner";
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9]{1,64}");

  /**
   * Reads the parameters of a request.
   *
   * @throws RequestRejected with every problem found: a list that was meant to be tried must not be
   *     imported because a parameter is misspelt
   */
  static ImportWish of(Map<String, String> parameters, ApiClients clients) {
    List<FieldProblem> problems = new ArrayList<>();
    parameters.forEach((name, value) -> problem(name, value, clients).ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new RequestRejected(problems);
    }
    return new ImportWish(Boolean.parseBoolean(parameters.get(DRY_RUN)), parameters.get(OWNER));
  }

  private static Optional<FieldProblem> problem(String name, String value, ApiClients clients) {
    return switch (name) {
      case DRY_RUN ->
          value.equals("true") || value.equals("false")
              ? Optional.empty()
              : Optional.of(new FieldProblem(name, "WRONG_TYPE", "must be true or false"));
      case OWNER ->
          isLogin(value, clients)
              ? Optional.empty()
              : Optional.of(
                  new FieldProblem(
                      name, "INVALID", "must be a user, or client/ and the name of an API client"));
      default -> Optional.of(new FieldProblem(name, "UNKNOWN_MEMBER", "is not a parameter here"));
    };
  }

  private static boolean isLogin(String text, ApiClients clients) {
    return USER.matcher(text).matches()
        || clients.all().stream().map(ApiClient::login).anyMatch(text::equals);
  }
}
