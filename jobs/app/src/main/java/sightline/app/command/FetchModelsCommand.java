package sightline.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "fetch-models",
    description = {
      "Brings the weights of every model described in models/, checked by size and SHA-256.",
      "",
      "They come from the folder $SIGHTLINE_MODEL_MIRROR if that is set, else from each model's own upstream.",
      ""
    })
public final class FetchModelsCommand implements Callable<Integer> {
  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() {
    boolean all = Home.fetchModels(voice::say);
    voice.say(
        all
            ? "every model is there"
            : "not every model is there; without a face model every frame is withheld");
    return all ? 0 : SaidPlainly.FAILED;
  }
}
