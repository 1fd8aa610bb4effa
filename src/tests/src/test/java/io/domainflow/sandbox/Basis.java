package io.domainflow.sandbox;

/** The kinds of evidence for a behaviour of the sandbox. */
enum Basis {
  /** Seen in recorded answers. */
  RECORDED,
  /** Stated by a public source, or sent by one of the registrar's programs. */
  DOCUMENTED,
  /** Inferred from public sources that do not state it; profile B reads them the other way. */
  INFERRED,
  /** Chosen to be workable where the sources are silent. */
  INVENTED
}
