/**
 * The programs that use the order API under a login of their own: which accounts and operations
 * each may order for, and the tokens that they log in with.
 */
package io.domainflow.client;
