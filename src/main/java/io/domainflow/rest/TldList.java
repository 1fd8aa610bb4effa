package io.domainflow.rest;

import java.util.List;

/** The top-level domains that names are sold below, by name. */
record TldList(List<TldView> tlds) {}
