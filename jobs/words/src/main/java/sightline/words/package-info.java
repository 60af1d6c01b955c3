/** What workers are told, in their languages: texts in ICU MessageFormat, and who signed for them. */
@NullMarked
package sightline.words;

import org.jspecify.annotations.NullMarked;
