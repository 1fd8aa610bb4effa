/**
 * Webhooks: what happens to orders is written down in the transaction in which it happens, and sent
 * afterwards, signed, to the addresses that billing systems have named, until they have it.
 */
@NullMarked
package io.domainflow.callback;

import org.jspecify.annotations.NullMarked;
