package sightline.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** The command line as a person uses it, in this JVM. */
record Cli(int exit, String said) {
  static Cli run(Object... arguments) {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    String[] words = new String[arguments.length];
    for (int at = 0; at < words.length; at++) {
      words[at] = String.valueOf(arguments[at]);
    }
    int exit = line.execute(words);
    return new Cli(exit, said.toString());
  }

  /** Lets the commands find models below this folder. */
  static void home(Path home) {
    System.setProperty("sightline.home", home.toString());
  }
}
