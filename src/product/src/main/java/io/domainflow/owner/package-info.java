/**
 * The owners of names. In each account a name belongs to a client, to a group of clients, to a
 * login of the group {@code billing}, or to nobody: then only staff can order for it until they
 * assign an owner. Everybody except staff can order only for their own names and see no others.
 */
@NullMarked
package io.domainflow.owner;

import org.jspecify.annotations.NullMarked;
