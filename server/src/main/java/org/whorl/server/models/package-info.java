/** The partnership's models: the picture and its sliders, every number's origin, versions, and who stands behind them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "thread", "people", "jobs"})
package org.whorl.server.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
