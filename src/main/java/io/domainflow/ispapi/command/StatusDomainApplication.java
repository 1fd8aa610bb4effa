package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import java.util.List;
import java.util.Map;

/**
 * Asks what became of an application.
 *
 * <p>The registrar does not list the values of its status. {@code FAILED}, {@code REJECTED}, {@code
 * REFUSED}, {@code CANCELLED} and {@code DELETED}, in any case, are read as the end of it,
 * everything else as open. That the name is registered is not said here but by {@link
 * StatusDomain}.
 *
 * @param application number of the application
 */
public record StatusDomainApplication(String application)
    implements Query<StatusDomainApplication.Result> {

  /**
   * The answer.
   *
   * @param status as the registrar writes it
   * @param open the name may still come of it, or has come
   * @param failed the name will not come of it
   */
  public record Result(List<String> status, boolean open, boolean failed) {}

  @Override
  public String name() {
    return "StatusDomainApplication";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("APPLICATION", application);
  }

  @Override
  public boolean isAnsweredBy(IspapiResponse response) {
    return response.first("APPLICATION").map(application::equals).orElse(true);
  }

  @Override
  public Result result(IspapiResponse response) {
    List<String> status = response.all("STATUS");
    boolean failed = ApplicationState.isFailed(status);
    return new Result(status, !failed, failed);
  }
}
