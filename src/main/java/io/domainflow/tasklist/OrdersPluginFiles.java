package io.domainflow.tasklist;

import jakarta.ws.rs.Path;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;

/** Serves the script and the styles of the plugin; they are the same for everybody. */
@Path("plugin/" + OrdersPlugin.ID)
public class OrdersPluginFiles extends AbstractTasklistPluginRootResource {

  /** Called by the web application. */
  public OrdersPluginFiles() {
    super(OrdersPlugin.ID);
  }
}
