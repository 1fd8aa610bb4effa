package io.domainflow.callback;

import java.net.UnknownHostException;

/** A host that must not be called. */
class TargetRefused extends UnknownHostException {

  TargetRefused() {
    super(
        "its host has an address outside of the public internet, and the setting"
            + " domainflow.webhooks.allowed-targets does not list it");
  }
}
