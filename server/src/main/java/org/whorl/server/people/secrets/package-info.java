/** What secrets are made of: one-time codes, codes on paper, and which passwords are too easy. Knows no database. */
@NullMarked
package org.whorl.server.people.secrets;

import org.jspecify.annotations.NullMarked;
