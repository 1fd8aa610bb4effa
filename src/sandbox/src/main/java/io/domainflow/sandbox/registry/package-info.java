/**
 * The registries behind the registrar: their zones and prices, and the rules for creating and
 * deleting names, contacts and applications. Handlers of several subjects use them.
 */
@NullMarked
package io.domainflow.sandbox.registry;

import org.jspecify.annotations.NullMarked;
