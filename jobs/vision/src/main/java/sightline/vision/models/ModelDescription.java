package sightline.vision.models;

import java.util.List;
import java.util.Map;

/**
 * What a model is, where its weights come from and how to use them: the content of a {@code model.json}.
 *
 * @param task what it looks for, such as face
 * @param version counts up whenever weights or use change
 * @param file name of the weights beside the {@code model.json}
 * @param sha256 of the weights, lower-case hex
 * @param bytes size of the weights
 * @param licence SPDX identifier
 * @param origin who made the weights, and so how they get here
 * @param thresholds numbers that belong to the use of the model, by name
 */
public record ModelDescription(
    String task,
    String name,
    String version,
    String file,
    String sha256,
    long bytes,
    String licence,
    WeightsOrigin origin,
    List<Tensor> inputs,
    List<Tensor> outputs,
    Map<String, Double> thresholds) {
  public ModelDescription {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    thresholds = Map.copyOf(thresholds);
  }

  /** Stands in every record the model had a part in, such as face/yunet-n-2. */
  public String id() {
    return "%s/%s-%s".formatted(task, name, version);
  }

  /**
   * @throws IllegalArgumentException where the model.json does not name it
   */
  public double threshold(String named) {
    Double value = thresholds.get(named);
    if (value == null) {
      throw new IllegalArgumentException("%s names no threshold %s".formatted(id(), named));
    }
    return value;
  }
}
