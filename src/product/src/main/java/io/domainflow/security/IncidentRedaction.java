package io.domainflow.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Collection;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.IncidentDto;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;

/**
 * Hides from analysts what people have written about incidents, where Cockpit reads it from the
 * database and not through the engine's commands, which {@code AnalystRedaction} intercepts.
 */
public class IncidentRedaction implements ContainerResponseFilter {

  /** Called by the web application. */
  public IncidentRedaction() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Collection<?> listed && isReadOnly()) {
      for (Object one : listed) {
        if (one instanceof IncidentDto incident) {
          hideWords(incident);
        }
      }
    }
  }

  private static void hideWords(IncidentDto incident) {
    incident.setAnnotation(HiddenText.of(incident.getAnnotation()));
    if (HiddenText.isMadeByHand(incident.getIncidentType())) {
      incident.setIncidentMessage(HiddenText.of(incident.getIncidentMessage()));
      incident.setConfiguration(HiddenText.of(incident.getConfiguration()));
      incident.setRootCauseIncidentMessage(HiddenText.of(incident.getRootCauseIncidentMessage()));
      incident.setRootCauseIncidentConfiguration(
          HiddenText.of(incident.getRootCauseIncidentConfiguration()));
    }
  }

  // without a login nothing is shown at all; if that ever changes, the text stays hidden
  private static boolean isReadOnly() {
    Authentications logins = Authentications.getCurrent();
    return logins == null
        || logins.getAuthentications().stream()
            .anyMatch(login -> HiddenText.isReadOnly(login.getGroupIds()));
  }
}
