/// What differs between operating systems: folders, and files that are replaced in one go.
@NullMarked
package dev.stepwise.platform;

import org.jspecify.annotations.NullMarked;
