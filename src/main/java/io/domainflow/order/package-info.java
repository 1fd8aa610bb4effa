/**
 * The order of a caller and its life from intake to end. Knows that a process carries it out, but
 * not how.
 */
package io.domainflow.order;
