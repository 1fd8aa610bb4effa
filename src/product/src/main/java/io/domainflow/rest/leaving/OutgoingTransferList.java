package io.domainflow.rest.leaving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of requests, the latest first.
 *
 * @param next what to send as {@code after} for the next page; null if this is the last
 */
record OutgoingTransferList(List<OutgoingTransferView> outgoingTransfers, @Nullable String next) {}
