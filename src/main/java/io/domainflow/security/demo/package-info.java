/** Users to try things with; not in production's jar. */
package io.domainflow.security.demo;
