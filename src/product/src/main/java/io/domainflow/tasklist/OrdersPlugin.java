package io.domainflow.tasklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/**
 * Adds to Tasklist a tab with the order of the open task, and a link to the page of all orders.
 * Tasklist finds the plugin by its service file.
 */
public class OrdersPlugin extends AbstractTasklistPlugin {

  static final String ID = "orders";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(OrdersPluginFiles.class);
  }
}
