package sightline.vision.models;

import java.util.List;

/**
 * One input or output of a model.
 *
 * @param type element type, such as float32
 * @param shape sizes in order, -1 where any size will do
 * @param layout what the sizes mean, such as NCHW
 * @param normalisation what the numbers mean
 */
public record Tensor(
    String name, String type, List<Integer> shape, String layout, String normalisation) {
  public Tensor {
    shape = List.copyOf(shape);
  }
}
