/**
 * The dialect of CentralNic Reseller: one typed answer or one typed failure for each of our
 * commands. A change is exactly one command there, or none; a query may take several. It never
 * repeats anything.
 */
@NullMarked
package io.domainflow.cnr;

import org.jspecify.annotations.NullMarked;
