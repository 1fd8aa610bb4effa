package io.domainflow.rest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.callback.Deliveries;
import io.domainflow.callback.Delivery;
import io.domainflow.callback.WebhookEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists what was sent to a webhook, with the results, and sends it again. */
@RestController
@RequestMapping(path = "/api/v1/webhooks/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class DeliveryController {

  private static final Logger log = LoggerFactory.getLogger(DeliveryController.class);

  private final Deliveries deliveries;
  private final WebhookAccess access;

  DeliveryController(Deliveries deliveries, WebhookAccess access) {
    this.deliveries = deliveries;
    this.access = access;
  }

  /** The number of events that are sent again. */
  record Queued(int queued) {}

  @PostMapping("/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  DeliveryView test(@PathVariable("id") String id, Authentication login) {
    return DeliveryView.of(deliveries.test(inUse(id, login)));
  }

  @GetMapping("/deliveries")
  DeliveryList list(
      @PathVariable("id") String id,
      @RequestParam Map<String, String> parameters,
      Authentication login) {
    WebhookEndpoint endpoint = access.find(id, login);
    DeliveryQuery query = DeliveryQuery.of(parameters);
    // one more than requested shows whether there is another page
    List<Delivery> found =
        deliveries.page(endpoint.id(), query.state(), query.after(), query.limit() + 1);
    boolean more = found.size() > query.limit();
    List<Delivery> page = more ? found.subList(0, query.limit()) : found;
    return new DeliveryList(
        page.stream().map(DeliveryView::inList).toList(),
        more ? DeliveryQuery.cursor(page.get(page.size() - 1).position()) : null);
  }

  @GetMapping("/deliveries/{delivery}")
  DeliveryView get(
      @PathVariable("id") String id,
      @PathVariable("delivery") String delivery,
      Authentication login) {
    return find(access.find(id, login), delivery);
  }

  @PostMapping("/deliveries/{delivery}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  DeliveryView sendAgain(
      @PathVariable("id") String id,
      @PathVariable("delivery") String delivery,
      Authentication login) {
    WebhookEndpoint endpoint = inUse(id, login);
    if (!deliveries.sendAgain(endpoint.id(), uuid(delivery))) {
      throw new DeliveryNotFound();
    }
    log.info("a delivery of webhook {} is sent again for {}", endpoint.id(), login.getName());
    return find(endpoint, delivery);
  }

  @PostMapping(path = "/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued resendAll(
      @PathVariable("id") String id, @RequestBody JsonNode body, Authentication login) {
    WebhookEndpoint endpoint = inUse(id, login);
    Instant since = WebhookReader.since(body);
    int queued = deliveries.sendAgainSince(endpoint.id(), since);
    log.info("{} deliveries of webhook {} are sent again", queued, endpoint.id());
    return new Queued(queued);
  }

  private WebhookEndpoint inUse(String id, Authentication login) {
    WebhookEndpoint endpoint = access.find(id, login);
    if (endpoint.state() == WebhookEndpoint.State.DISABLED) {
      throw WebhookRefused.disabled();
    }
    return endpoint;
  }

  private DeliveryView find(WebhookEndpoint endpoint, String delivery) {
    return deliveries
        .find(endpoint.id(), uuid(delivery))
        .map(DeliveryView::of)
        .orElseThrow(DeliveryNotFound::new);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new DeliveryNotFound();
    }
  }
}
