package io.domainflow.cockpit;

import io.domainflow.security.IncidentRedaction;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * Adds figures, history, heat map, audit and retries to Cockpit, for people who watch the
 * processes. Cockpit finds the plugin by its service file.
 */
public class AnalysisPlugin extends AbstractCockpitPlugin {

  static final String ID = "analysis";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(AnalysisPluginFiles.class, IncidentRedaction.class);
  }
}
