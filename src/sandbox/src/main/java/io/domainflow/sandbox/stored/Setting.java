package io.domainflow.sandbox.stored;

/** A single value, such as the profile. */
public record Setting(String name, String value) implements Stored {
  @Override
  public String key() {
    return name;
  }
}
