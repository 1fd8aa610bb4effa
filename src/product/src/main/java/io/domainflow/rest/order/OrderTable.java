package io.domainflow.rest.order;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.list.OrderSearch.Sort;
import java.util.List;
import org.springframework.security.core.Authentication;

/**
 * Orders as a table for a spreadsheet.
 *
 * @param more whether there are further orders
 */
record OrderTable(List<ProvisioningOrder> orders, Sort sort, Authentication reader, boolean more) {}
