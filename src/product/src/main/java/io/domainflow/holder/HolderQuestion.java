package io.domainflow.holder;

import java.util.List;
import java.util.Optional;

/** A question on the page of a link, and the effect of its answers. */
public interface HolderQuestion {

  /** The links that it is for. */
  HolderLinkKind matter();

  /** What the page shows. It changes nothing, because mail programs open links before people do. */
  Asked ask(HolderLink link);

  /**
   * What the page shows for a link that was withdrawn before its use: what was decided instead.
   * Empty if that is not known, or the link has simply expired.
   */
  default Optional<Asked> over(HolderLink link) {
    return Optional.empty();
  }

  /**
   * Executes an answer, in the transaction that marks the link as used.
   *
   * @param choice the value of one of the choices that {@link #ask} now offers
   * @return what the page then shows
   */
  Asked answer(HolderLink link, String choice);

  /**
   * A page.
   *
   * @param paragraphs plain text
   * @param secret shown once, to be copied; empty if there is none
   * @param choices empty if there is nothing to decide, or no longer
   */
  record Asked(String title, List<String> paragraphs, String secret, List<Choice> choices) {

    /** A page without a secret. */
    public Asked(String title, List<String> paragraphs, List<Choice> choices) {
      this(title, paragraphs, "", choices);
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Asked[" + title + "]";
    }
  }

  /**
   * A button.
   *
   * @param value in capital letters
   */
  record Choice(String value, String label) {}
}
