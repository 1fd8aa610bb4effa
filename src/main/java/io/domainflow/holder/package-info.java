/**
 * What holders of names are asked and told on a plain page of ours, by a link in a mail that is
 * good for one answer: they have no login.
 */
@NullMarked
package io.domainflow.holder;

import org.jspecify.annotations.NullMarked;
