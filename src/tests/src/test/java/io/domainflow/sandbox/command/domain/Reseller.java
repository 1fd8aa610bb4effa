package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.SandboxServer;
import io.domainflow.sandbox.Wire;
import io.domainflow.sandbox.WireAnswer;

/** A reseller who changes names, and reads what they are afterwards. */
final class Reseller {

  private final SandboxServer sandbox;

  Reseller(SandboxServer sandbox) {
    this.sandbox = sandbox;
  }

  WireAnswer modify(String domain, String... lines) {
    return sandbox.call("ModifyDomain", Wire.join(new String[] {"DOMAIN=" + domain}, lines));
  }

  WireAnswer status(String domain) {
    return sandbox.call("StatusDomain", "DOMAIN=" + domain);
  }
}
