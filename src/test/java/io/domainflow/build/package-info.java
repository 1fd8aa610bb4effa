/**
 * What the build itself needs: how much it tries, what is left for the full one, and what it says
 * at its end. {@code docs/testing.md} tells where a test belongs.
 */
package io.domainflow.build;
