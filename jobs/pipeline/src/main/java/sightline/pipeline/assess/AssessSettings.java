package sightline.pipeline.assess;

import java.io.Serializable;

/**
 * With what frames are looked at.
 *
 * @param models folder that holds {@code <task>/<name>-<version>/model.json}
 */
public record AssessSettings(String models) implements Serializable {}
