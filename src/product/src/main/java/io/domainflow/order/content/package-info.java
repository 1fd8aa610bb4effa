/**
 * The content of orders: the members of every order, and a type with the specific data of each
 * operation.
 */
@NullMarked
package io.domainflow.order.content;

import org.jspecify.annotations.NullMarked;
