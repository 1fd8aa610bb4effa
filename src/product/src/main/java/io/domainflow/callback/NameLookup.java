package io.domainflow.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
interface NameLookup {

  /**
   * Looks them up each time.
   *
   * @throws UnknownHostException if there is no such host
   */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
