/**
 * The same runs on Apache Spark, in a process of its own: many machines play replications, and the engine puts them together
 * to the answer it would have given alone, to the bit. There are no rules of the model here.
 *
 * <p>This module is not a Java module: Spark and Scala are not, and look into each other by reflection; it lives on the class
 * path, and ArchUnit holds its walls.
 */
@NullMarked
package org.whorl.cluster;

import org.jspecify.annotations.NullMarked;
