/**
 * Webhooks: events of orders are stored in the transaction in which they happen, and sent
 * afterwards, signed, to the addresses that billing systems have registered, until they have
 * received them.
 */
@NullMarked
package io.domainflow.callback;

import org.jspecify.annotations.NullMarked;
