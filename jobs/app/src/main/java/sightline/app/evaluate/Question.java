package sightline.app.evaluate;

/** Something that is asked of the engine, answered by counting. */
interface Question {
  Answer ask(Material material);
}
