/**
 * What a model is: partners, arrivals, services, routes, scenarios and measures, as immutable records, with every number
 * a {@link org.whorl.engine.model.Parameter} that knows where it comes from. This is the vocabulary of the whole of
 * Whorl; read it first.
 */
@NullMarked
package org.whorl.engine.model;

import org.jspecify.annotations.NullMarked;
