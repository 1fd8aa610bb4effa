package io.domainflow.model;

/**
 * The zone a name is registered in, as an A-label without a dot in front: {@code com}, {@code
 * co.uk}.
 */
public record Tld(String label) {

  @Override
  public String toString() {
    return label;
  }
}
