package io.domainflow.process.accountcheck;

import io.domainflow.process.accountcheck.MissingNames.Found;
import java.time.Instant;
import java.util.List;

/**
 * What a complete list of an account's names brought.
 *
 * @param begunAt before the list was asked for
 * @param wrongModes names with another renewal mode than they should have, for people
 * @param more records what others have seen in the list
 * @param missing where names are that were missing before
 */
record NameListResult(
    Instant begunAt, List<String> wrongModes, List<Runnable> more, Found missing) {}
