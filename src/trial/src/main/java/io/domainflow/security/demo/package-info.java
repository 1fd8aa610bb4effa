/** Demo users; not in production's jar. */
@NullMarked
package io.domainflow.security.demo;

import org.jspecify.annotations.NullMarked;
