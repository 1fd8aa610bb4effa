package io.domainflow.sandbox.cnr;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;

/** Registers names at CentralNic Reseller, with contacts that it creates there first. */
final class CnrRegistrant {

  /** The platform of a name that is set up in the registry. */
  static final String CNR = "\"platform\":\"CNR\"";

  private final SandboxServer sandbox;

  CnrRegistrant(SandboxServer sandbox) {
    this.sandbox = sandbox;
  }

  CnrAnswer register(String domain, String... further) {
    String[] lines = {"DOMAIN=" + domain, "OWNERCONTACT0=" + contact()};
    return sandbox.cnr("AddDomain", RawRequest.join(lines, further));
  }

  String contact() {
    return sandbox
        .cnr(
            "AddContact",
            "FIRSTNAME=Ada",
            "LASTNAME=Example",
            "STREET0=Main Street 1",
            "ZIP=10115",
            "CITY=Berlin",
            "COUNTRY=DE",
            "PHONE=+49.301234567",
            "EMAIL=ada@example.net")
        .first("contact");
  }
}
