package io.domainflow.rest.order;

import io.domainflow.order.ProvisioningOrder;
import java.util.List;
import org.springframework.security.core.Authentication;

/**
 * Orders as a table for a spreadsheet, latest first.
 *
 * @param more whether there are further orders
 */
record OrderTable(List<ProvisioningOrder> orders, Authentication reader, boolean more) {}
