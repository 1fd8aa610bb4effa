/** Tomcat's connections: for how many callers threads wait, and how long. */
@NullMarked
package io.domainflow.server;

import org.jspecify.annotations.NullMarked;
