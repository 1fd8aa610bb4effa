package io.domainflow.analysis;

/** A table of figures: what it is about, and how it is read. */
interface Figure {

  FigureHead head();

  /** Reads it; only what the head allows is wished. */
  FigureRows read(FigureCriteria wish);
}
