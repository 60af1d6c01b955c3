/** Specs of tasks as people write them: YAML, with everything that is wrong said at once. */
@NullMarked
package sightline.wire.spec;

import org.jspecify.annotations.NullMarked;
