package io.domainflow.process.accountcheck;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a look at an account brought.
 *
 * @param findings what is wrong with the account itself
 * @param names what the list of its names brought
 * @param unknown what could not be seen: it may be as before
 */
record Seen(List<Finding> findings, @Nullable NameListResult names, Set<FindingKind> unknown) {}
