package sightline.pipeline.assess;

import java.io.Serializable;
import sightline.vision.ModelSettings;

/** With what frames are looked at, and when. */
public record AssessSettings(ModelSettings models) implements Serializable {}
