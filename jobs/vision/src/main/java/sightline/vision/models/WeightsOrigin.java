package sightline.vision.models;

import java.net.URI;

/** Who made a model's weights: what others made is fetched, what this project made is part of it. */
public sealed interface WeightsOrigin {
  /**
   * Made by others, and never committed.
   *
   * @param repository where they were published, for people
   * @param path in that repository
   * @param commit of that repository
   * @param url where upstream serves exactly these weights
   * @param mirror where a mirror folder holds them, relative to that folder
   */
  record Published(String repository, String path, String commit, URI url, String mirror)
      implements WeightsOrigin {}

  /**
   * Made by the project's own recipe, and committed beside their description.
   *
   * @param recipe folder of the recipe, relative to the description's folder
   */
  record OwnRecipe(String recipe) implements WeightsOrigin {}
}
