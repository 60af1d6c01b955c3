package sightline.app.demo;

import java.util.Iterator;
import sightline.app.footage.Labels;

/**
 * A device of the demo's fleet: who it says it is, and the sessions it plays one after the other.
 *
 * @param recordings endless; each is opened when the one before is over
 */
record Device(String name, Labels labels, Iterator<Recording> recordings) {}
