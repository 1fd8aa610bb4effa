package io.domainflow.process.accountcheck;

import io.domainflow.process.accountcheck.MissingNames.Result;
import java.time.Instant;
import java.util.List;

/**
 * The result of a complete list of an account's names.
 *
 * @param begunAt time before the list was requested
 * @param wrongModes names with another renewal mode than they should have, for people
 * @param more records what other parts have found in the list
 * @param missing where the names are that were missing before
 */
record NameListResult(
    Instant begunAt, List<String> wrongModes, List<Runnable> more, Result missing) {}
