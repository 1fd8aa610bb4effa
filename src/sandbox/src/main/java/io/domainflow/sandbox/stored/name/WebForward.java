package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;

/**
 * A redirection of a web address.
 *
 * @param source host, with a path if it has one
 * @param type RD for a redirect, MRD for a frame, SELF for a place of its own
 */
public record WebForward(
    String source, String target, String type, boolean keepsPath, String account)
    implements Stored {
  @Override
  public String key() {
    return source;
  }

  public String host() {
    int slash = source.indexOf('/');
    return slash < 0 ? source : source.substring(0, slash);
  }
}
