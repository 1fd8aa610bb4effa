package io.domainflow.rest;

/** There is no figure of this name. */
class FigureNotFound extends RuntimeException {

  FigureNotFound() {
    super("there is no figure of this name");
  }
}
