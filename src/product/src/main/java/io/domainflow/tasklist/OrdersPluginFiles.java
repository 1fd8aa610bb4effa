package io.domainflow.tasklist;

import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves the scripts and the styles of the plugin; they are the same for everybody. */
@Path("plugin/" + OrdersPlugin.ID)
public class OrdersPluginFiles extends AbstractTasklistPluginRootResource {

  /** Called by the web application. */
  public OrdersPluginFiles() {
    super(OrdersPlugin.ID);
  }

  @Override
  protected List<String> getAllowedAssets() {
    List<String> assets = new ArrayList<>(super.getAllowedAssets());
    // the plugin's own script imports them
    assets.add("app/complete.js");
    assets.add("app/dates.js");
    assets.add("app/find.js");
    assets.add("app/keep.js");
    assets.add("app/lists.js");
    assets.add("app/outcome.js");
    assets.add("app/present.js");
    assets.add("app/refused.js");
    assets.add("app/row.js");
    assets.add("app/start.js");
    assets.add("app/taskform.js");
    assets.add("app/tasklist.js");
    return assets;
  }
}
