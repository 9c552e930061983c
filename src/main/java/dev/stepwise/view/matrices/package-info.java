/// What both attention exercises draw: the matrices of one head, and why their cells are what they
/// are.
@NullMarked
package dev.stepwise.view.matrices;

import org.jspecify.annotations.NullMarked;
