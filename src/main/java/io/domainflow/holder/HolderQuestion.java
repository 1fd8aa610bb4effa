package io.domainflow.holder;

import java.util.List;
import java.util.Optional;

/** What the page of a link asks, and what an answer does. */
public interface HolderQuestion {

  /** Which links it is for. */
  HolderMatter matter();

  /** What the page shows; changes nothing, since mail programs open links before people do. */
  Asked ask(HolderLink link);

  /**
   * What the page of a link shows that was taken back before anybody used it: what was decided
   * instead. Empty if that is not known, or its time is simply over.
   */
  default Optional<Asked> over(HolderLink link) {
    return Optional.empty();
  }

  /**
   * Carries out an answer, in the transaction that uses the link up.
   *
   * @param choice the value of one of the choices that {@link #ask} offers now
   * @return what the page says then
   */
  Asked answer(HolderLink link, String choice);

  /**
   * A page.
   *
   * @param paragraphs plain text
   * @param secret shown once, to be copied; empty if there is none
   * @param choices none if there is nothing to decide, or no longer
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
