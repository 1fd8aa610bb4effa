package io.domainflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;

/** The session of Tasklist, Cockpit and Admin. */
final class WebappSession {

  private WebappSession() {}

  /** Who has logged in; what the session remembers of rights may be out of date. */
  static Optional<String> user(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(all -> all.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT))
        .map(login -> login.getIdentityId());
  }
}
