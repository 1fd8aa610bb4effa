package io.domainflow.demo;

/**
 * Thrown when a story does not proceed as it should: a request was refused, or an expected event
 * did not come.
 */
class StoryFailed extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  StoryFailed(String message) {
    super(message);
  }
}
