/**
 * Support for the build itself: its extent, the tests left for the full build, and its final
 * report. {@code docs/testing.md} explains where a test belongs.
 */
package io.domainflow.build;
