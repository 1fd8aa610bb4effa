package io.domainflow.security.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.net.URI;
import java.util.Collection;
import org.camunda.bpm.engine.rest.dto.AtomLink;
import org.camunda.bpm.engine.rest.dto.LinkableDto;
import org.jspecify.annotations.Nullable;

/**
 * Makes the links in answers of the engine's REST APIs relative to the server. The engine would
 * take the host from the request, and so lead the reader of a stored answer to whatever host the
 * caller has named.
 */
class LinksWithoutHost implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    shorten(response.getEntity());
  }

  private static void shorten(@Nullable Object answer) {
    if (answer instanceof Collection<?> list) {
      list.forEach(LinksWithoutHost::shorten);
    } else if (answer instanceof LinkableDto linkable) {
      linkable.getLinks().forEach(LinksWithoutHost::shorten);
    }
  }

  private static void shorten(AtomLink link) {
    URI address = URI.create(link.getHref());
    String query = address.getRawQuery();
    link.setHref(query == null ? address.getRawPath() : address.getRawPath() + "?" + query);
  }
}
