/**
 * The dialect of CentralNic Reseller: one typed answer or one typed failure for each of our
 * commands. What changes something is exactly one command there, or none; a question may take
 * several. Never repeats anything.
 */
@NullMarked
package io.domainflow.cnr;

import org.jspecify.annotations.NullMarked;
