/**
 * The additional fields that the TLD of an order requires beyond its contacts: their conditions,
 * and the task in which an operator fills them in.
 */
@NullMarked
package io.domainflow.process.additionalfields;

import org.jspecify.annotations.NullMarked;
