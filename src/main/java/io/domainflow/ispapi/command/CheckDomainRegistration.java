package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.ispapi.protocol.ResultCode;
import java.util.Map;

/**
 * Tries a registration without carrying it out: takes what {@link AddDomain} takes and says whether
 * it would be accepted. Only a missing or wrong value or a rule of the zone is found out, not what
 * happens between the check and the registration.
 *
 * <p>That it changes nothing is read from its purpose; its page does not say so.
 */
public record CheckDomainRegistration(DomainRegistration registration)
    implements Query<CheckDomainRegistration.Result> {

  /**
   * The answer. A registration that lacks something is refused with the code AddDomain would have;
   * 219 comes as an answer that does not accept.
   *
   * @param accepted AddDomain with the same values would be accepted now
   * @param words the registrar's own words
   */
  public record Result(boolean accepted, int code, String words) {}

  @Override
  public String name() {
    return "CheckDomainRegistration";
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = registration.parameters();
    if (registration.notice() != null) {
      registration.notice().putAll(parameters);
    }
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    // Its page lists 200 beside 218, which is the one of its sample.
    boolean accepted =
        response.code() == ResultCode.REQUEST_AVAILABLE.code()
            || response.code() == ResultCode.COMPLETED.code();
    return new Result(accepted, response.code(), response.description());
  }
}
