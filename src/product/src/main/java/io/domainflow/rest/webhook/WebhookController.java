package io.domainflow.rest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.callback.Endpoints;
import io.domainflow.callback.WebhookEndpoint;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets billing systems register where to be told about their orders. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
class WebhookController {

  private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

  private final Endpoints endpoints;
  private final WebhookAccess access;
  private final WebhookReader reader;
  private final Clock clock;

  WebhookController(Endpoints endpoints, WebhookAccess access, WebhookReader reader, Clock clock) {
    this.endpoints = endpoints;
    this.access = access;
    this.reader = reader;
    this.clock = clock;
  }

  @GetMapping
  List<WebhookView> list(Authentication login) {
    return access.list(login).stream().map(WebhookView::of).toList();
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CreatedWebhookView> add(@RequestBody JsonNode body, Authentication login) {
    CreatedWebhookView added =
        endpoints
            .add(login.getName(), reader.create(body))
            .map(CreatedWebhookView::of)
            .orElseThrow(() -> WebhookRefused.tooMany(Endpoints.MOST));
    log.info("webhook {} was set up by {}", added.webhook().id(), login.getName());
    return ResponseEntity.created(URI.create("/api/v1/webhooks/" + added.webhook().id()))
        .body(added);
  }

  @GetMapping("/{id}")
  WebhookView get(@PathVariable("id") String id, Authentication login) {
    return WebhookView.of(access.find(id, login));
  }

  @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  WebhookView change(
      @PathVariable("id") String id, @RequestBody JsonNode body, Authentication login) {
    WebhookEndpoint after =
        endpoints
            .change(access.find(id, login).id(), before -> reader.change(body, before))
            .orElseThrow(WebhookNotFound::new);
    log.info("webhook {} was changed by {}", after.id(), login.getName());
    return WebhookView.of(after);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable("id") String id, Authentication login) {
    WebhookEndpoint endpoint = access.find(id, login);
    endpoints.remove(endpoint.id());
    log.info("webhook {} was removed by {}", endpoint.id(), login.getName());
  }

  @PostMapping("/{id}/secrets")
  @ResponseStatus(HttpStatus.CREATED)
  WebhookSecretView newSecret(
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable JsonNode body,
      Authentication login) {
    WebhookEndpoint endpoint = access.find(id, login);
    Duration keepOldFor = WebhookReader.keepOldFor(body);
    String secret = endpoints.newSecret(endpoint.id(), keepOldFor);
    log.info("webhook {} got a new secret from {}", endpoint.id(), login.getName());
    return new WebhookSecretView(secret, clock.instant().plus(keepOldFor));
  }
}
