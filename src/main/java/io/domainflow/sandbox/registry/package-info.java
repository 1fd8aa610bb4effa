/**
 * The registries behind the registrar: their zones and prices, and the rules by which names,
 * contacts and applications come and go. Handlers of several subjects use them.
 */
@NullMarked
package io.domainflow.sandbox.registry;

import org.jspecify.annotations.NullMarked;
