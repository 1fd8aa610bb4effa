package io.domainflow.rest.tld;

import java.util.List;

/** The top-level domains that names are sold below, by name. */
record TldList(List<TldView> tlds) {}
