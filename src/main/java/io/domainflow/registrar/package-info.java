/**
 * At most once on top of a dialect that never repeats: journals what will be asked, resolves doubt
 * by looking, and tells its callers apart what was refused, what is unreachable and what is
 * unknown. Knows no registrar's words.
 */
@NullMarked
package io.domainflow.registrar;

import org.jspecify.annotations.NullMarked;
