package sightline.domain.feedback;

import org.jspecify.annotations.Nullable;

/**
 * A text in one language.
 *
 * @param english the same in English, to be shown beside it; null where a speaker signed the text or it is English itself
 * @param reviewed whether a speaker of the language signed every part of it as it stands
 */
public record Phrase(String text, @Nullable String english, boolean reviewed) {}
