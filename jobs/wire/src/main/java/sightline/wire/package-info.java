/** What crosses the edge of the engine: Avro for Kafka, JSON Lines for files, and the names of the topics. */
@NullMarked
package sightline.wire;

import org.jspecify.annotations.NullMarked;
