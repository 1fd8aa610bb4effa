/**
 * At most once on top of a client that never repeats: journals what will be asked, resolves doubt
 * by looking, and tells its callers apart what was refused, what is unreachable and what is
 * unknown.
 */
package io.domainflow.registrar;
