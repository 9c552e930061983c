/// Data of one's own: tables, texts and matrices, asked about and previewed.
@NullMarked
package dev.stepwise.owndata;

import org.jspecify.annotations.NullMarked;
