/**
 * The value types of the domain, which validate themselves: names, periods, contacts, prices.
 * Independent of the engine, the registrar and the database; the movable clock is here because all
 * other packages read the time from it.
 *
 * <p>Two libraries without I/O or state are allowed: ICU4J, because {@code java.net.IDN} supports
 * only IDNA 2003, in which ß becomes ss and {@code straße.de} a different name; and, for parsing
 * contacts, libphonenumber with the numbering plans of all countries. Their data becomes outdated,
 * so they are updated with each release.
 */
@NullMarked
package io.domainflow.model;

import org.jspecify.annotations.NullMarked;
