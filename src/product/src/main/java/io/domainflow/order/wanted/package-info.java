/**
 * The content of orders: the members of every order, and a type with the specific data of each
 * operation.
 */
@NullMarked
package io.domainflow.order.wanted;

import org.jspecify.annotations.NullMarked;
