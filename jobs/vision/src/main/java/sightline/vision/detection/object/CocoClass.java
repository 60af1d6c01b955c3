package sightline.vision.detection.object;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.DetectorKind;

/**
 * The 80 classes of COCO (Lin et al., Microsoft COCO: common objects in context, ECCV 2014), in the order in which detectors
 * trained on it answer, and what each means in a home.
 */
public enum CocoClass {
  PERSON("person", DetectorKind.PERSON),
  BICYCLE("bicycle", DetectorKind.THING),
  CAR("car"),
  MOTORCYCLE("motorcycle"),
  AIRPLANE("airplane"),
  BUS("bus"),
  TRAIN("train"),
  TRUCK("truck"),
  BOAT("boat"),
  TRAFFIC_LIGHT("traffic light"),
  FIRE_HYDRANT("fire hydrant"),
  STOP_SIGN("stop sign"),
  PARKING_METER("parking meter"),
  BENCH("bench", DetectorKind.THING),
  BIRD("bird", DetectorKind.THING),
  CAT("cat", DetectorKind.THING),
  DOG("dog", DetectorKind.THING),
  HORSE("horse"),
  SHEEP("sheep"),
  COW("cow"),
  ELEPHANT("elephant"),
  BEAR("bear"),
  ZEBRA("zebra"),
  GIRAFFE("giraffe"),
  BACKPACK("backpack", DetectorKind.THING),
  UMBRELLA("umbrella", DetectorKind.THING),
  HANDBAG("handbag", DetectorKind.THING),
  TIE("tie", DetectorKind.THING),
  SUITCASE("suitcase", DetectorKind.THING),
  FRISBEE("frisbee", DetectorKind.THING),
  SKIS("skis", DetectorKind.THING),
  SNOWBOARD("snowboard", DetectorKind.THING),
  SPORTS_BALL("sports ball", DetectorKind.THING),
  KITE("kite"),
  BASEBALL_BAT("baseball bat", DetectorKind.THING),
  BASEBALL_GLOVE("baseball glove", DetectorKind.THING),
  SKATEBOARD("skateboard", DetectorKind.THING),
  SURFBOARD("surfboard"),
  TENNIS_RACKET("tennis racket", DetectorKind.THING),
  BOTTLE("bottle", DetectorKind.THING),
  WINE_GLASS("wine glass", DetectorKind.THING),
  CUP("cup", DetectorKind.THING),
  FORK("fork", DetectorKind.THING),
  KNIFE("knife", DetectorKind.THING),
  SPOON("spoon", DetectorKind.THING),
  BOWL("bowl", DetectorKind.THING),
  BANANA("banana", DetectorKind.THING),
  APPLE("apple", DetectorKind.THING),
  SANDWICH("sandwich", DetectorKind.THING),
  ORANGE("orange", DetectorKind.THING),
  BROCCOLI("broccoli", DetectorKind.THING),
  CARROT("carrot", DetectorKind.THING),
  HOT_DOG("hot dog", DetectorKind.THING),
  PIZZA("pizza", DetectorKind.THING),
  DONUT("donut", DetectorKind.THING),
  CAKE("cake", DetectorKind.THING),
  CHAIR("chair", DetectorKind.THING),
  COUCH("couch", DetectorKind.THING),
  POTTED_PLANT("potted plant", DetectorKind.THING),
  BED("bed", DetectorKind.THING),
  DINING_TABLE("dining table", DetectorKind.THING),
  TOILET("toilet", DetectorKind.THING),
  TV("tv", DetectorKind.SCREEN),
  LAPTOP("laptop", DetectorKind.SCREEN),
  MOUSE("mouse", DetectorKind.THING),
  REMOTE("remote", DetectorKind.THING),
  KEYBOARD("keyboard", DetectorKind.THING),
  CELL_PHONE("cell phone", DetectorKind.SCREEN),
  MICROWAVE("microwave", DetectorKind.THING),
  OVEN("oven", DetectorKind.THING),
  TOASTER("toaster", DetectorKind.THING),
  SINK("sink", DetectorKind.THING),
  REFRIGERATOR("refrigerator", DetectorKind.THING),
  BOOK("book", DetectorKind.THING),
  CLOCK("clock", DetectorKind.THING),
  VASE("vase", DetectorKind.THING),
  SCISSORS("scissors", DetectorKind.THING),
  TEDDY_BEAR("teddy bear", DetectorKind.THING),
  HAIR_DRIER("hair drier", DetectorKind.THING),
  TOOTHBRUSH("toothbrush", DetectorKind.THING);

  private static final CocoClass[] IN_ORDER = values();
  private static final Map<String, CocoClass> BY_LABEL =
      Arrays.stream(IN_ORDER).collect(Collectors.toMap(CocoClass::label, Function.identity()));

  private final String label;
  private final @Nullable DetectorKind kind;

  CocoClass(String label, DetectorKind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** Not to be met in a home: whatever is taken for it is something else. */
  CocoClass(String label) {
    this.label = label;
    this.kind = null;
  }

  /**
   * @param index 0 to 79, place in the model's answer
   */
  static CocoClass at(int index) {
    return IN_ORDER[index];
  }

  /** What this kind of detection means; empty for what is not met in a home, and for words that are none of these classes. */
  public static Optional<DetectorKind> kindOf(String label) {
    return Optional.ofNullable(BY_LABEL.get(label)).flatMap(CocoClass::kind);
  }

  /** Words that a task may expect to see: things and screens of a home. Whose body is in view is another question. */
  public static Set<String> things() {
    return Arrays.stream(IN_ORDER)
        .filter(named -> named.kind == DetectorKind.THING || named.kind == DetectorKind.SCREEN)
        .map(CocoClass::label)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** COCO's own word, such as "cell phone". */
  public String label() {
    return label;
  }

  /** Empty for what is not met in a home. */
  public Optional<DetectorKind> kind() {
    return Optional.ofNullable(kind);
  }
}
