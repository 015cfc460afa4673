package org.whorl.server.jobs;

/**
 * Work that can be started from the page of jobs itself, because it needs no more said.
 *
 * @param kind which work
 * @param parameters what exactly
 * @param house is it offered to whoever keeps the house, rather than inside a partnership?
 */
record Offer<P extends Record>(JobKind<P> kind, P parameters, boolean house) {}
