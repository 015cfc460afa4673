/** The partnership's web application: one package for each thing people do. */
@NullMarked
package org.whorl.server;

import org.jspecify.annotations.NullMarked;
