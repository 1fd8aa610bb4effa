package io.domainflow.process.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * Handles incidents so that people can understand them everywhere: a process shows the same text as
 * the called process in which the incident occurred, for which the engine would show nothing.
 */
class ReadableIncidents extends DefaultIncidentHandler {

  /**
   * Creates a handler.
   *
   * @param type the kind of incident, one of the constants of {@link Incident}
   */
  ReadableIncidents(String type) {
    super(type);
  }

  @Override
  public Incident handleIncident(IncidentContext context, String message) {
    Incident incident = super.handleIncident(context, message);
    String ofCaller = "A process that this one has called has stopped. " + message;
    DbEntityManager changes = Context.getCommandContext().getDbEntityManager();
    changes.getCachedEntitiesByType(IncidentEntity.class).stream()
        .filter(other -> isAbove(incident, other.getRootCauseIncidentId(), other.getId()))
        .forEach(caller -> caller.setIncidentMessage(ofCaller));
    changes.getCachedEntitiesByType(HistoricIncidentEventEntity.class).stream()
        .filter(other -> isAbove(incident, other.getRootCauseIncidentId(), other.getId()))
        .forEach(caller -> caller.setIncidentMessage(ofCaller));
    return incident;
  }

  private static boolean isAbove(Incident incident, String root, String id) {
    return incident.getId().equals(root) && !incident.getId().equals(id);
  }
}
