package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.CnrAnswer;
import io.domainflow.sandbox.RawRequest;
import io.domainflow.sandbox.SandboxServer;
import java.util.List;

/** A reseller at CentralNic Reseller who transfers names, and reads how far that is. */
final class CnrReseller {

  /** A name of the reseller, as it is set up in the registry. */
  static final String OURS = "\"platform\":\"CNR\",\"owner\":\"OURS\"";

  private final SandboxServer sandbox;

  CnrReseller(SandboxServer sandbox) {
    this.sandbox = sandbox;
  }

  CnrAnswer transfer(String domain, String... lines) {
    return sandbox.cnr("TransferDomain", RawRequest.join(new String[] {"DOMAIN=" + domain}, lines));
  }

  /** The state of a transfer. */
  CnrAnswer state(String domain) {
    return sandbox.cnr("StatusDomainTransfer", "DOMAIN=" + domain);
  }

  /** The code of the answer for a name, which tells whose it is. */
  int status(String domain) {
    return sandbox.cnr("StatusDomain", "DOMAIN=" + domain).code();
  }

  /** The events of transfers. */
  List<String> events() {
    return sandbox.cnr("QueryEventList", "CLASS=DOMAIN_TRANSFER").all("eventsubclass");
  }
}
