/**
 * The programs that use the order API under a login of their own: which accounts and operations
 * each may order for, and the tokens that they log in with.
 */
@NullMarked
package io.domainflow.client;

import org.jspecify.annotations.NullMarked;
