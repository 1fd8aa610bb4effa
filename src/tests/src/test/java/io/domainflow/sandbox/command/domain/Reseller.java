package io.domainflow.sandbox.command.domain;

import io.domainflow.sandbox.ParsedAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;

/** A reseller who changes names, and reads what they are afterwards. */
final class Reseller {

  private final SandboxServer sandbox;

  Reseller(SandboxServer sandbox) {
    this.sandbox = sandbox;
  }

  ParsedAnswer modify(String domain, String... lines) {
    return sandbox.call("ModifyDomain", RawRequest.join(new String[] {"DOMAIN=" + domain}, lines));
  }

  ParsedAnswer status(String domain) {
    return sandbox.call("StatusDomain", "DOMAIN=" + domain);
  }
}
