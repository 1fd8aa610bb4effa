package io.domainflow.analysis;

/** A table of figures: its head, and how to read it. */
interface Figure {

  FigureHead head();

  /** Reads the figure; the criteria contain only what the head allows. */
  FigureRows read(FigureCriteria criteria);
}
