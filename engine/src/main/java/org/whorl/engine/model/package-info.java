/** What a model is: immutable records. Read this package first; it is the vocabulary. */
@NullMarked
package org.whorl.engine.model;

import org.jspecify.annotations.NullMarked;
