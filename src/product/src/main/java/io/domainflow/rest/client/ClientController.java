package io.domainflow.rest.client;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import io.domainflow.client.ClientTokens;
import io.domainflow.client.ConsentRight;
import io.domainflow.client.ConsentRights;
import io.domainflow.client.NewToken;
import io.domainflow.order.removal.ClientRemoval;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** The API clients, which are programs with a login of their own, for administrators. */
@RestController
@RequestMapping(path = ClientController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class ClientController {

  static final String PATH = "/api/v1/clients";

  private static final Logger log = LoggerFactory.getLogger(ClientController.class);

  private final ApiClients clients;
  private final ClientChanges changes;
  private final ClientRemoval removal;
  private final ClientReader reader;
  private final ClientTokens tokens;
  private final ConsentRights consents;

  ClientController(
      ApiClients clients,
      ClientChanges changes,
      ClientRemoval removal,
      ClientReader reader,
      ClientTokens tokens,
      ConsentRights consents) {
    this.clients = clients;
    this.changes = changes;
    this.removal = removal;
    this.reader = reader;
    this.tokens = tokens;
    this.consents = consents;
  }

  @GetMapping
  List<ClientView> list() {
    Map<String, ConsentRight> rights =
        consents.all().stream().collect(toMap(ConsentRight::client, right -> right));
    return clients.all().stream()
        .map(client -> ClientView.of(client, rights.get(client.name())))
        .toList();
  }

  @GetMapping("/{name}")
  ClientView get(@PathVariable("name") String name) {
    return view(clients.find(name).orElseThrow(ClientNotFound::new));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ClientView> add(@RequestBody JsonNode body, Authentication login) {
    ClientView added = view(changes.add(body, login.getName()));
    log.info("API client {} was added by {}", added.name(), login.getName());
    return ResponseEntity.created(URI.create(PATH + "/" + added.name())).body(added);
  }

  @PatchMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ClientView change(
      @PathVariable("name") String name, @RequestBody JsonNode body, Authentication login) {
    ClientView changed = view(changes.change(name, body, login.getName()));
    log.info("API client {} was changed by {}", changed.name(), login.getName());
    return changed;
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable("name") String name, Authentication login) {
    if (!removal.remove(name, login.getName())) {
      throw new ClientNotFound();
    }
    log.info("API client {} was removed by {}", name, login.getName());
  }

  @GetMapping("/{name}/tokens")
  List<TokenView> tokens(@PathVariable("name") String name) {
    return tokens.of(known(name)).stream().map(TokenView::of).toList();
  }

  /** Creates a token. Its text is in this answer and never shown again. */
  @PostMapping("/{name}/tokens")
  ResponseEntity<IssuedTokenView> issue(
      @PathVariable("name") String name,
      @RequestBody(required = false) @Nullable JsonNode body,
      Authentication login) {
    Instant expiresAt = reader.expiry(body);
    NewToken issued = tokens.issue(known(name), expiresAt);
    log.info(
        "token {} of API client {} was created by {}",
        issued.token().beginning(),
        name,
        login.getName());
    return ResponseEntity.created(URI.create(PATH + "/" + name + "/tokens/" + issued.token().id()))
        .body(IssuedTokenView.of(issued));
  }

  @DeleteMapping("/{name}/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @PathVariable("name") String name, @PathVariable("id") String id, Authentication login) {
    if (!tokens.revoke(known(name), id)) {
      throw new TokenNotFound();
    }
    log.info("token {} of API client {} was revoked by {}", id, name, login.getName());
  }

  private ClientView view(ApiClient client) {
    return ClientView.of(client, consents.ofClient(client.name()).orElse(null));
  }

  private String known(String name) {
    return clients.find(name).orElseThrow(ClientNotFound::new).name();
  }
}
