package io.domainflow.demo;

/** A story does not go as it should: something was refused, or did not come. */
class StoryFailed extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  StoryFailed(String message) {
    super(message);
  }
}
