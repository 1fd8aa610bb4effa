package io.domainflow.process.accountcheck;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check of an account.
 *
 * @param findings what is wrong with the account itself
 * @param names the result of the list of its names
 * @param unknown what could not be checked: it may be unchanged
 */
record AccountCheckResult(
    List<Finding> findings, @Nullable NameListResult names, Set<FindingKind> unknown) {}
