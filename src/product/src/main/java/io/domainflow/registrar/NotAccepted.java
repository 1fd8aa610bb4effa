package io.domainflow.registrar;

/**
 * The web server in front of the API rejected the request with HTTP 401, 403 or 404.
 *
 * <p>ISPAPI itself refuses with a result code in a 200 response; these statuses mean that the
 * address is wrong or this machine is not allowed, so the command never reached the API and was not
 * executed. Unlike with {@link NotSent}, waiting does not help: somebody has to check the settings.
 */
public final class NotAccepted extends CallFailed {

  private final int httpStatus;

  public NotAccepted(int httpStatus) {
    super(
        "The registrar's server turned the request away (HTTP "
            + httpStatus
            + "). The command was not executed and no money was spent; check the address of the"
            + " API and whether this machine may use it.",
        ConnectionProblem.TURNED_AWAY,
        "HTTP " + httpStatus,
        null);
    this.httpStatus = httpStatus;
  }

  public int httpStatus() {
    return httpStatus;
  }
}
