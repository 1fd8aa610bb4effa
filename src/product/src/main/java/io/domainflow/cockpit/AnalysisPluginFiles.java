package io.domainflow.cockpit;

import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Serves the scripts and the styles of the plugin; they are the same for everybody. */
@Path("plugin/" + AnalysisPlugin.ID)
public class AnalysisPluginFiles extends AbstractCockpitPluginRootResource {

  /** The modules that the plugin's own script imports. */
  private static final List<String> MODULES =
      List.of(
          "app/parts.js",
          "app/codes.js",
          "app/periods.js",
          "app/charts.js",
          "app/figures.js",
          "app/dashboard.js",
          "app/page.js",
          "app/lists.js",
          "app/diagram.js",
          "app/path.js",
          "app/zoom.js",
          "app/readonly.js",
          "app/definition.js",
          "app/instance.js",
          "app/retry.js");

  /** Called by the web application. */
  public AnalysisPluginFiles() {
    super(AnalysisPlugin.ID);
  }

  @Override
  protected List<String> getAllowedAssets() {
    List<String> assets = new ArrayList<>(super.getAllowedAssets());
    assets.addAll(MODULES);
    return assets;
  }
}
