package io.domainflow.rest.analysis;

/** There is no figure with this name. */
class FigureNotFound extends RuntimeException {

  FigureNotFound() {
    super("there is no figure with this name");
  }
}
