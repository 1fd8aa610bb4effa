/**
 * The registries behind the registrar: their zones and prices, and the rules by which names,
 * contacts and applications come and go. Handlers of several subjects use them.
 */
package io.domainflow.sandbox.registry;
