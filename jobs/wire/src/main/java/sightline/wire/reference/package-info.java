/** Images that a frame's record only refers to. */
@NullMarked
package sightline.wire.reference;

import org.jspecify.annotations.NullMarked;
