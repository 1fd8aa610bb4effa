/**
 * Whose names are they. In each account a name belongs to a client, to a group of clients, to a
 * login of the group {@code billing}, or to nobody: then it is staff's until they give it to
 * somebody. Who is not staff orders for names of his own only, and sees no others.
 */
@NullMarked
package io.domainflow.owner;

import org.jspecify.annotations.NullMarked;
