/**
 * What the TLD of an order wants beyond its contacts: on which conditions, and asked of an operator
 * in any process.
 */
@NullMarked
package io.domainflow.process.additionalfields;

import org.jspecify.annotations.NullMarked;
