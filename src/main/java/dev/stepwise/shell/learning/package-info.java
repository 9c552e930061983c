/// Reading lessons in the window: the page, what is selected and found on it, where its links lead.
@NullMarked
package dev.stepwise.shell.learning;

import org.jspecify.annotations.NullMarked;
