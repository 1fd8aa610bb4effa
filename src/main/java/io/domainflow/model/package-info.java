/**
 * The words of the field as values that validate themselves: names, periods, contacts, prices.
 * Knows nothing of the engine, the registrar or the database; the movable clock lives here because
 * everything else reads time from it.
 *
 * <p>Two libraries of values are allowed, which have no input, output or state: ICU4J, because
 * {@code java.net.IDN} knows IDNA 2003 only, where ß becomes ss and {@code straße.de} another name;
 * and, where contacts are read, libphonenumber with the numbering plans of all countries. Their
 * data ages: they are updated with each release.
 */
@NullMarked
package io.domainflow.model;

import org.jspecify.annotations.NullMarked;
