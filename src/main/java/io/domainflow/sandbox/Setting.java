package io.domainflow.sandbox;

/** A single value, such as the profile. */
record Setting(String name, String value) implements Stored {
  @Override
  public String key() {
    return name;
  }
}
