package io.domainflow.order.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position of an order in its process.
 *
 * @param process key of the process, which is the name of its model and picture
 * @param activities ids of the current activities; a call activity represents everything in the
 *     called process. Empty when the process has ended
 * @param trouble the failed step; null if there is none. Of several, a stopped one, or else the one
 *     that failed first
 */
public record OrderPosition(
    String process, List<String> activities, @Nullable OrderTrouble trouble) {}
