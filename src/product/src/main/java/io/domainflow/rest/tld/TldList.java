package io.domainflow.rest.tld;

import java.util.List;

/** The top-level domains that are on sale, by name. */
record TldList(List<TldView> tlds) {}
