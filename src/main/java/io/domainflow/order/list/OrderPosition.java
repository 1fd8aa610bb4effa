package io.domainflow.order.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the process of an order stands.
 *
 * @param process key of the process, which is the name of its model and picture
 * @param activities ids of the activities that it is in; one that calls another process stands for
 *     all that happens there. Empty when it has ended
 * @param trouble the step that could not be carried out; null if there is none. Of several one that
 *     has stopped, and else the one that failed first
 */
public record OrderPosition(
    String process, List<String> activities, @Nullable OrderTrouble trouble) {}
