package io.domainflow.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Registrations;

/** Removes data that demo data leaves behind and that would disturb other tests. */
public final class DemoDataLeft {

  private DemoDataLeft() {}

  /** Restores everything that a reset does not. */
  public static void remove(int port) {
    Caller admin = new Caller(port, "admin");
    Registrations registrations = new Registrations(port);
    for (JsonNode webhook : admin.get("/api/v1/webhooks").body()) {
      admin.delete("/api/v1/webhooks/" + webhook.get("id").asText());
    }
    admin.patch("/api/v1/accounts/sandbox2", "{'automaticRestore': true}");
    registrations.account("{'login': 'test.user2', 'modifyDomainFallback': false}");
    registrations.startOver();
  }
}
