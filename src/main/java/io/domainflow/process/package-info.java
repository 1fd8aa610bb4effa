/** The order's way through the engine. The only package that knows Camunda. */
package io.domainflow.process;
