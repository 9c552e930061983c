package dev.stepwise.owndata;

/// What the dialog for typed text says.
///
/// @param title of its window: `Type a sentence`
/// @param heading a few words
/// @param hint what to type, in a sentence or two
/// @param text what stands there at first; it is selected, so that typing replaces it
/// @param accept what the button says that opens the text: `Open`
public record TextPrompt(String title, String heading, String hint, String text, String accept) {

  /// With a button that says `Open`.
  public TextPrompt(String title, String heading, String hint, String text) {
    this(title, heading, hint, text, "Open");
  }
}
