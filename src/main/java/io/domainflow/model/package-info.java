/**
 * The words of the field as values that validate themselves: names, periods, contacts, prices.
 * Knows nothing of the engine, the registrar or the database; the movable clock lives here because
 * everything else reads time from it.
 */
@NullMarked
package io.domainflow.model;

import org.jspecify.annotations.NullMarked;
