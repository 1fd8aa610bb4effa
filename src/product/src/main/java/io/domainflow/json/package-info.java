/**
 * Reading JSON objects from callers, member by member: every problem of a request is collected, and
 * nothing is read that is larger than a request needs.
 */
@NullMarked
package io.domainflow.json;

import org.jspecify.annotations.NullMarked;
