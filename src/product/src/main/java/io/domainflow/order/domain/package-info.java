/**
 * The last known state of the accounts' names: present, expiring and gone ones. Their orders and
 * owners.
 */
@NullMarked
package io.domainflow.order.domain;

import org.jspecify.annotations.NullMarked;
