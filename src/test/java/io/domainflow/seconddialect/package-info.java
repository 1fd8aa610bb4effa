/**
 * A registrar that nobody has: with other names of commands, other numbers and another way to say a
 * period. It shows that a second dialect needs nothing but itself.
 */
package io.domainflow.seconddialect;
