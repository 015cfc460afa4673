/** Other people's files in and out: model folders, CSV tables, JSON, the self-contained HTML report. */
@NullMarked
package org.whorl.files;

import org.jspecify.annotations.NullMarked;
