package io.domainflow.sandbox;

/** How well a behaviour of the sandbox is founded. */
public enum Basis {
  /** Seen in recorded answers. */
  RECORDED,
  /** A public source says so, or a program of the registrar's sends it. */
  DOCUMENTED,
  /** Concluded from public sources that do not say it; profile B reads them the other way. */
  INFERRED,
  /** The sources are silent; chosen so that one can work with it. */
  INVENTED
}
